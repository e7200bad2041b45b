# expect: runtime_error
# One stack frame a cell of the way.
from functools import cache


def min_path_sum(grid):
    @cache
    def best(i, j):
        if i < 0 or j < 0:
            return float("inf")
        if i == 0 and j == 0:
            return grid[0][0]
        return grid[i][j] + min(best(i - 1, j), best(i, j - 1))

    return best(len(grid) - 1, len(grid[0]) - 1)
