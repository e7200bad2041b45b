# expect: accepted
import torch


def peaks(heat: torch.Tensor, topk: int = 100, thr: float = 0.0, kernel: int = 3):
    r = kernel // 2
    found = []
    for c, plane in enumerate(heat.tolist()):
        height, width = len(plane), len(plane[0])
        for y in range(height):
            rows = plane[max(y - r, 0) : y + r + 1]
            for x in range(width):
                value = plane[y][x]
                if value > thr and all(value >= max(row[max(x - r, 0) : x + r + 1]) for row in rows):
                    found.append((-value, c, y, x))
    found = sorted(found)[:topk]
    columns = list(zip(*found)) or [(), (), (), ()]
    scores = torch.tensor([-value for value in columns[0]], dtype=heat.dtype)
    return (scores, *(torch.tensor(column, dtype=torch.int64) for column in columns[1:]))
