# expect: accepted
class Rotated:
    def __init__(self, matrix):
        self.old = [tuple(row) for row in matrix]

    def row(self, i):
        return [self.old[r][i] for r in range(len(self.old) - 1, -1, -1)]


def rotate(matrix):
    rotated = Rotated(matrix)
    for i in range(len(matrix)):
        matrix[i] = rotated.row(i)
