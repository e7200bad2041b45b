# expect: accepted
import numpy as np


def kmeans(X, init_centers, max_iters=100):
    k = len(init_centers)
    centers = np.array(init_centers)

    def distances():
        return np.stack([np.square(X - c).sum(1) for c in centers], axis=-1)

    previous = None
    while max_iters > 0:
        labels = np.argmin(distances(), axis=-1)
        if previous is not None and (labels == previous).all():
            break
        onehot = np.eye(k)[labels]
        counts = onehot.sum(0)
        sums = onehot.T @ X
        filled = counts > 0
        centers[filled] = sums[filled] / counts[filled, None]
        previous = labels
        max_iters -= 1
    d = distances()
    labels = np.argmin(d, axis=-1)
    return centers, labels.astype(np.int64), d[np.arange(len(X)), labels].sum().item()
