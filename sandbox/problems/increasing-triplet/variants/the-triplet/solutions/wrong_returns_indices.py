# expect: wrong_answer
def increasing_triplet(nums):
    first, pair = None, None
    for i, x in enumerate(nums):
        if pair is not None and x > nums[pair[1]]:
            return [*pair, i]
        if first is None or x <= nums[first]:
            first = i
        else:
            pair = (first, i)
    return []
