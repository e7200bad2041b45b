# expect: accepted
import numpy as np


class Lloyd:
    def __init__(self, X, centers):
        self.X, self.centers = X, np.array(centers, copy=True)
        self.norms = (X * X).sum(axis=1)

    def squares(self):
        """By |x|^2 - 2 x.c + |c|^2."""
        c = self.centers
        return np.maximum(self.norms[:, None] - 2 * self.X @ c.T + (c * c).sum(axis=1), 0)

    def labels(self):
        return self.squares().argmin(axis=1)

    def step(self):
        labels, k = self.labels(), len(self.centers)
        counts = np.bincount(labels, minlength=k)
        for d in range(self.X.shape[1]):
            sums = np.bincount(labels, weights=self.X[:, d], minlength=k)
            self.centers[:, d] = np.where(counts > 0, sums / np.maximum(counts, 1), self.centers[:, d])
        return self


def kmeans(X, init_centers, max_iters=100):
    run = Lloyd(X, init_centers)
    for _ in range(max_iters):
        run.step()
    labels = run.labels()
    return run.centers, labels, float(np.sum((X - run.centers[labels]) ** 2))
