# expect: time_limit
def min_path_sum(grid):
    def walk(i, j):
        if i == 0 and j == 0:
            return grid[0][0]
        options = []
        if i:
            options.append(walk(i - 1, j))
        if j:
            options.append(walk(i, j - 1))
        return grid[i][j] + min(options)

    return walk(len(grid) - 1, len(grid[0]) - 1)
