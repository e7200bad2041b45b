# expect: wrong_answer
# Wants to get beyond the last index.
def can_jump(nums):
    farthest = 0
    for i in range(len(nums)):
        if i > farthest:
            return False
        farthest = max(farthest, i + nums[i])
    return farthest >= len(nums)
