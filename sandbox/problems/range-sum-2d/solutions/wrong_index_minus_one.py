# expect: wrong_answer
# No padding: row -1 is the last one.
class NumMatrix:
    def __init__(self, matrix):
        self.p = [row[:] for row in matrix]
        for row in self.p:
            for j in range(1, len(row)):
                row[j] += row[j - 1]
        for i in range(1, len(self.p)):
            for j in range(len(self.p[0])):
                self.p[i][j] += self.p[i - 1][j]

    def sum_region(self, r1, c1, r2, c2):
        p = self.p
        return p[r2][c2] - p[r1 - 1][c2] - p[r2][c1 - 1] + p[r1 - 1][c1 - 1]
