# expect: wrong_answer
# A bare return gives None.
def can_jump(nums):
    farthest = 0
    for i, jump in enumerate(nums):
        if i > farthest:
            return
        farthest = max(farthest, i + jump)
    return True
