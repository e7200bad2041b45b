# expect: time_limit
def majority_element(nums):
    for x in nums:
        if nums.count(x) > len(nums) // 2:
            return x
