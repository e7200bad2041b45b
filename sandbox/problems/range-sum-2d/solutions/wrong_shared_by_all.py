# expect: wrong_answer
# The table belongs to the class, not to the object.
class NumMatrix:
    p = []

    def __init__(self, matrix):
        NumMatrix.p = p = [[0] * (len(matrix[0]) + 1)]
        for row in matrix:
            line, left = [0], 0
            for above, cell in zip(p[-1][1:], row):
                left += cell
                line.append(above + left)
            p.append(line)

    def sum_region(self, r1, c1, r2, c2):
        p = self.p
        return p[r2 + 1][c2 + 1] - p[r1][c2 + 1] - p[r2 + 1][c1] + p[r1][c1]
