# expect: wrong_answer
# Settles a cell when it comes off the heap; negative cells break that.
import heapq


def min_path_sum(grid):
    m, n = len(grid), len(grid[0])
    done, heap = set(), [(grid[0][0], 0, 0)]
    while heap:
        total, i, j = heapq.heappop(heap)
        if (i, j) == (m - 1, n - 1):
            return total
        if (i, j) in done:
            continue
        done.add((i, j))
        if i + 1 < m:
            heapq.heappush(heap, (total + grid[i + 1][j], i + 1, j))
        if j + 1 < n:
            heapq.heappush(heap, (total + grid[i][j + 1], i, j + 1))
