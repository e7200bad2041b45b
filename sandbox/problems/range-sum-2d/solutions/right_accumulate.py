# expect: accepted
from itertools import accumulate


class NumMatrix:
    def __init__(self, matrix: list[list[int]]) -> None:
        rows = (list(accumulate(row, initial=0)) for row in matrix)
        nothing = [0] * (len(matrix[0]) + 1)
        self.above = list(accumulate(rows, lambda up, row: [a + b for a, b in zip(up, row)], initial=nothing))

    def sum_region(self, r1: int, c1: int, r2: int, c2: int) -> int:
        def band(row):
            return self.above[row][c2 + 1] - self.above[row][c1]

        return band(r2 + 1) - band(r1)
