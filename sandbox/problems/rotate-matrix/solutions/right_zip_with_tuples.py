# expect: accepted
# The rows become tuples, and the matrix is returned as well.
def rotate(matrix):
    matrix[:] = zip(*reversed(matrix))
    return matrix
