# expect: wrong_answer
# A zero can be jumped over.
def can_jump(nums):
    return len(nums) == 1 or 0 not in nums[:-1]
