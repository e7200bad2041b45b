# expect: wrong_answer
def min_path_sum(grid):
    best = [float("inf")] * len(grid[0])
    best[0] = -grid[0][0]
    for row in grid:
        best[0] += row[0]
        for j in range(1, len(row)):
            best[j] = min(best[j], best[j - 1]) + row[j]
    return best[-1]
