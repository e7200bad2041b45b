"""The definition, cell by cell, from a copy."""


def rotate(matrix):
    old = [row[:] for row in matrix]
    n = len(old)
    for i in range(n):
        for j in range(n):
            matrix[i][j] = old[n - 1 - j][i]
