# expect: wrong_answer
# Right, but writes into the list it was given.
def can_jump(nums):
    for i in range(1, len(nums)):
        if nums[i - 1] == 0:
            return False
        nums[i] = max(nums[i], nums[i - 1] - 1)
    return True
