# expect: wrong_answer
def single_number(nums):
    seen = set()
    for x in nums:
        seen.symmetric_difference_update([x])
    return seen
