# expect: wrong_answer
def single_numbers(nums):
    seen = set()
    for x in nums:
        seen ^= {x}
    return [seen.pop()]
