# expect: wrong_answer
def majority_element(nums):
    return nums[len(nums) // 2]
