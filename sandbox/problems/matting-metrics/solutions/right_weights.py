# expect: accepted
import numpy as np


class Matting:
    """Sums over the whole image, weighted with 0 and 1."""

    def __init__(self, pred, gt, w):
        self.pred, self.gt, self.w = pred, gt, w

    def total(self, values):
        return (values * self.w).sum()

    def metrics(self):
        d = abs(self.pred - self.gt)
        g = [np.linalg.norm(np.stack(np.gradient(a)), axis=0) for a in (self.pred, self.gt)]
        n = max(self.w.sum(), 1.0)
        return dict(
            grad=self.total((g[0] - g[1]) ** 2) / 1e3,
            mse=self.total(d * d) / n,
            mad=self.total(d) / n,
            sad=self.total(d) / 1e3,
        )


def matting_metrics(pred, gt, trimap=None):
    w = np.ones_like(gt) if trimap is None else (trimap == 128).astype(np.float64)
    return Matting(pred, gt, w).metrics()
