# expect: wrong_answer
def min_path_sum(grid):
    for i in range(len(grid)):
        for j in range(len(grid[0])):
            if i and j:
                grid[i][j] += min(grid[i - 1][j], grid[i][j - 1])
            elif i:
                grid[i][j] += grid[i - 1][j]
            elif j:
                grid[i][j] += grid[i][j - 1]
    return grid[-1][-1]
