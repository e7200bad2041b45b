# expect: wrong_answer
# Looks only at as many columns as there are rows.
def min_path_sum(grid):
    n = min(len(grid), len(grid[0]))
    dp = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            before = [dp[i - 1][j]] * (i > 0) + [dp[i][j - 1]] * (j > 0)
            dp[i][j] = min(before, default=0) + grid[i][j]
    return dp[-1][-1]
