# expect: wrong_answer
# Reads cells that have been overwritten already.
def rotate(matrix):
    n = len(matrix)
    for i in range(n):
        for j in range(n):
            matrix[i][j] = matrix[n - 1 - j][i]
