# expect: time_limit
def majority_element(nums):
    return max(set(nums), key=nums.count)
