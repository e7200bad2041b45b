"""All paths of small grids; row by row otherwise."""

from itertools import combinations


def min_path_sum(grid):
    rows, columns = len(grid), len(grid[0])
    if rows + columns <= 9:
        return min(path_sums(grid, rows, columns))
    best = [float("inf")] * columns
    best[0] = 0
    for row in grid:
        best[0] += row[0]
        for column in range(1, columns):
            best[column] = min(best[column], best[column - 1]) + row[column]
    return best[-1]


def path_sums(grid, rows, columns):
    steps = rows + columns - 2
    for downs in combinations(range(steps), rows - 1):
        row = column = 0
        total = grid[0][0]
        for step in range(steps):
            if step in downs:
                row += 1
            else:
                column += 1
            total += grid[row][column]
        yield total
