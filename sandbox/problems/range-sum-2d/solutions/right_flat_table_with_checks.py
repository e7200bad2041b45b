# expect: accepted
class Corner:
    def __init__(self, width, cells):
        self.width, self.cells = width, cells

    def at(self, r, c):
        return 0 if r < 0 or c < 0 else self.cells[r * self.width + c]


class NumMatrix:
    def __init__(self, matrix):
        width, cells, above = len(matrix[0]), [], [0] * len(matrix[0])
        for row in matrix:
            run = 0
            for c, cell in enumerate(row):
                run += cell
                above[c] += run
            cells += above
        self.sums = Corner(width, cells)

    def sum_region(self, r1, c1, r2, c2):
        at = self.sums.at
        return at(r2, c2) - at(r1 - 1, c2) - at(r2, c1 - 1) + at(r1 - 1, c1 - 1)
