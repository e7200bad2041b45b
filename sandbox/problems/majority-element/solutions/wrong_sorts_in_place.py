# expect: wrong_answer
def majority_element(nums):
    nums.sort()
    return nums[len(nums) // 2]
