# expect: time_limit
class NumMatrix:
    def __init__(self, matrix):
        self.down = [[0] * len(matrix[0])]
        for row in matrix:
            self.down.append([a + b for a, b in zip(self.down[-1], row)])

    def sum_region(self, r1, c1, r2, c2):
        return sum(self.down[r2 + 1][c1 : c2 + 1]) - sum(self.down[r1][c1 : c2 + 1])
