# expect: wrong_answer
# Does not check that the last index itself is in reach.
def can_jump(nums):
    farthest = 0
    for i in range(len(nums) - 1):
        if i > farthest:
            return False
        farthest = max(farthest, i + nums[i])
    return True
