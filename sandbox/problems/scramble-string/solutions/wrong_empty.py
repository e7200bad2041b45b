# expect: runtime_error
def is_scramble(s1, s2):
    n = len(s1)
    if n != len(s2):
        return False
    dp = [[[False] * (n + 1) for _ in range(n)] for _ in range(n)]
    for size in range(1, n + 1):
        for i in range(n - size + 1):
            for j in range(n - size + 1):
                dp[i][j][size] = s1[i : i + size] == s2[j : j + size] or any(
                    (dp[i][j][k] and dp[i + k][j + k][size - k]) or (dp[i][j + size - k][k] and dp[i + k][j][size - k])
                    for k in range(1, size)
                )
    return dp[0][0][n]
