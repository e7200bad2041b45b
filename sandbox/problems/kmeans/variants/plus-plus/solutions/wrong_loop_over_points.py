# expect: time_limit
# Right, but point by point.
import numpy as np


def choose_centers(X, draws):
    points = X.tolist()
    n = len(points)
    w = [0.0] * n
    chosen = []
    for j, u in enumerate(draws.tolist()):
        total = sum(w)
        i = int(u * n)
        if total > 0:
            running = 0.0
            for i in range(n):
                running += w[i]
                if running > u * total:
                    break
        chosen.append(i)
        new = [sum((a - b) ** 2 for a, b in zip(p, points[i])) for p in points]
        w = new if j == 0 else [min(a, b) for a, b in zip(w, new)]
    return np.array(chosen)
