# expect: wrong_answer
# 1 and 0 instead of True and False.
def can_jump(nums):
    farthest = 0
    for i, jump in enumerate(nums):
        if i > farthest:
            return 0
        farthest = max(farthest, i + jump)
    return 1
