# expect: wrong_answer
# Looks only at the two neighbours.
def single_number(nums):
    for i, x in enumerate(nums):
        if x not in nums[max(0, i - 1) : i] and x not in nums[i + 1 : i + 2]:
            return x
