# expect: memory_limit
# Dynamic programming over flips used; k may be a thousand million.
def longest_ones(nums, k):
    run, best = [0] * (k + 1), 0
    for x in nums:
        run = [length + 1 for length in run] if x else [0, *(length + 1 for length in run[:-1])]
        best = max(best, max(run))
    return best
