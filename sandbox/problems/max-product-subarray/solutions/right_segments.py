# expect: accepted
# Splits at the zeros; in a segment with an odd number of negatives, drops up to the first or from the last.
class EmptyInput(ValueError):
    pass


def best_of_segment(nums, start, end):
    negatives = [i for i in range(start, end) if nums[i] < 0]

    def product(a, b):
        result = 1
        for i in range(a, b):
            result *= nums[i]
        return result

    if len(negatives) % 2 == 0:
        return product(start, end)
    options = []
    if negatives[0] + 1 < end:
        options.append(product(negatives[0] + 1, end))
    if negatives[-1] > start:
        options.append(product(start, negatives[-1]))
    return max(options) if options else nums[start]


def max_product(nums):
    if not nums:
        raise EmptyInput("no slice")
    best = None
    start = 0
    for i in range(len(nums) + 1):
        if i == len(nums) or nums[i] == 0:
            candidates = [] if i == start else [best_of_segment(nums, start, i)]
            if i < len(nums):
                candidates.append(0)
            for c in candidates:
                best = c if best is None else max(best, c)
            start = i + 1
    return best
