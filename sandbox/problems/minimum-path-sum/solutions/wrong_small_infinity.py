# expect: wrong_answer
# Sums of 5049 cells of a million are larger than this border.
def min_path_sum(grid):
    m, n = len(grid), len(grid[0])
    dp = [[2**31 - 1] * (n + 1) for _ in range(m + 1)]
    dp[0][1] = 0
    for i in range(m):
        for j in range(n):
            dp[i + 1][j + 1] = min(dp[i][j + 1], dp[i + 1][j]) + grid[i][j]
    return dp[m][n]
