# expect: accepted
from functools import cached_property


class NumMatrix:
    def __init__(self, matrix):
        self._matrix = matrix

    @cached_property
    def table(self):
        sums = {}
        for r, row in enumerate(self._matrix):
            left = 0
            for c, value in enumerate(row):
                left += value
                sums[r, c] = left + sums.get((r - 1, c), 0)
        return sums

    def sum_region(self, r1, c1, r2, c2):
        get = self.table.get
        return get((r2, c2), 0) - get((r1 - 1, c2), 0) - get((r2, c1 - 1), 0) + get((r1 - 1, c1 - 1), 0)
