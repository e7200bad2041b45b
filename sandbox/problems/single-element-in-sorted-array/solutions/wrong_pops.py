# expect: wrong_answer
# Takes pairs off the caller's list.
def single_non_duplicate(nums):
    while len(nums) > 1 and nums[-1] == nums[-2]:
        nums.pop()
        nums.pop()
    return nums[-1]
