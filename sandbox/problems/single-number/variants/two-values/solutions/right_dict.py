# expect: accepted
def single_numbers(nums):
    counts = {}
    for x in nums:
        counts[x] = counts.get(x, 0) + 1
    return tuple(x for x in counts if counts[x] == 1)
