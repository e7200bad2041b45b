# expect: accepted
def single_number(nums):
    open_pairs = set()
    for x in nums:
        open_pairs ^= {x}
    return open_pairs.pop()
