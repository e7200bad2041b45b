# expect: accepted
# One diagonal after the other, in a dict.
def min_path_sum(grid):
    m, n = len(grid), len(grid[0])
    diagonal = {0: grid[0][0]}
    for d in range(1, m + n - 1):
        following = {}
        for i in range(max(0, d - n + 1), min(m, d + 1)):
            previous = [diagonal[k] for k in (i, i - 1) if k in diagonal]
            following[i] = min(previous) + grid[i][d - i]
        diagonal = following
    return diagonal[m - 1]
