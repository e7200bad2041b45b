# expect: wrong_answer
# Longest run of ones plus k.
def longest_ones(nums, k):
    best = run = 0
    for x in nums:
        run = run + 1 if x else 0
        best = max(best, run)
    return min(best + k, len(nums))
