# expect: wrong_answer
# Leaves out the middle column of odd sizes.
def rotate(m):
    n = len(m)
    for i in range(n // 2):
        for j in range(n // 2):
            k, l = n - 1 - i, n - 1 - j
            m[i][j], m[j][k], m[k][l], m[l][i] = m[l][i], m[i][j], m[j][k], m[k][l]
