# expect: accepted
def increasing_triplet(nums):
    first, pair = None, None
    for x in nums:
        if pair is not None and x > pair[1]:
            return [*pair, x]
        if first is None or x <= first:
            first = x
        else:
            pair = (first, x)
    return []
