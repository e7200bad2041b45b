# expect: accepted
from collections import deque

import numpy as np


def largest_blob_center(img, thr=128):
    wet = img >= thr
    H, W = wet.shape
    seen = np.zeros((H, W), dtype=bool)
    best, center = 0, None
    for i in range(H):
        for j in range(W):
            if not wet[i, j] or seen[i, j]:
                continue
            seen[i, j] = True
            queue = deque([(i, j)])
            size = rows = cols = 0
            while queue:
                y, x = queue.popleft()
                size, rows, cols = size + 1, rows + y, cols + x
                for dy, dx in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                    a, b = y + dy, x + dx
                    if 0 <= a < H and 0 <= b < W and wet[a, b] and not seen[a, b]:
                        seen[a, b] = True
                        queue.append((a, b))
            if size > best:
                best, center = size, (rows / size, cols / size)
    return center
