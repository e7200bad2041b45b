# expect: accepted
from functools import reduce
from itertools import accumulate


def min_path_sum(grid):
    def next_row(above, row):
        pairs = iter(zip(above, row))
        first, cell = next(pairs)
        out = [first + cell]
        for up, cell in pairs:
            out.append(min(up, out[-1]) + cell)
        return out

    return reduce(next_row, grid[1:], list(accumulate(grid[0])))[-1]
