# expect: accepted
# Raising the limit is not forbidden here.
import sys
from functools import lru_cache

sys.setrecursionlimit(12000)


def min_path_sum(grid):
    @lru_cache(maxsize=None)
    def best(i, j):
        if i == 0 and j == 0:
            return grid[0][0]
        if i == 0:
            return best(0, j - 1) + grid[0][j]
        if j == 0:
            return best(i - 1, 0) + grid[i][0]
        return min(best(i - 1, j), best(i, j - 1)) + grid[i][j]

    return best(len(grid) - 1, len(grid[0]) - 1)
