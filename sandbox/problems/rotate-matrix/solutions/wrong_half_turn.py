# expect: wrong_answer
def rotate(matrix):
    matrix.reverse()
    for row in matrix:
        row.reverse()
