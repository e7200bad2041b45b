# expect: runtime_error
def rotate(matrix):
    rows, columns = len(matrix), len(matrix[0])
    matrix[:] = [[matrix[rows - 1 - j][i] for j in range(rows)] for i in range(columns)]
