# expect: accepted
def is_scramble(s1, s2):
    n = len(s1)
    if len(s2) != n:
        return False
    if n == 0:
        return True
    dp = [[[False] * n for _ in range(n)] for _ in range(n + 1)]
    for i in range(n):
        for j in range(n):
            dp[1][i][j] = s1[i] == s2[j]
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            for j in range(n - length + 1):
                for k in range(1, length):
                    if dp[k][i][j] and dp[length - k][i + k][j + k]:
                        dp[length][i][j] = True
                        break
                    if dp[k][i][j + length - k] and dp[length - k][i + k][j]:
                        dp[length][i][j] = True
                        break
    return dp[n][0][0]
