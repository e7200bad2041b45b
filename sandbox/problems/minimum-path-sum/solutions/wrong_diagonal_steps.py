# expect: wrong_answer
def min_path_sum(grid):
    m, n = len(grid), len(grid[0])
    dp = [[float("inf")] * (n + 1) for _ in range(m + 1)]
    dp[0][0] = 0
    for i in range(m):
        for j in range(n):
            dp[i + 1][j + 1] = min(dp[i][j + 1], dp[i + 1][j], dp[i][j]) + grid[i][j]
    return dp[m][n]
