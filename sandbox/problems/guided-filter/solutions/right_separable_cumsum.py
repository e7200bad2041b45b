# expect: accepted
import numpy as np


class BoxMean:
    """One-dimensional running means along both axes; the weights of the window factorise."""

    def __init__(self, r):
        self.r = r

    def along(self, x):
        n, r = x.shape[0], self.r
        total = np.vstack([np.zeros((1, x.shape[1])), np.cumsum(x, axis=0)])
        hi = np.clip(np.arange(n) + r + 1, 0, n)
        lo = np.clip(np.arange(n) - r, 0, n)
        return (total[hi] - total[lo]) / (hi - lo)[:, None]

    def __call__(self, x):
        return self.along(self.along(x).T).T


def guided_filter(I, p, r, eps):
    mean = BoxMean(r)
    m_I, m_p = mean(I), mean(p)
    cov = mean(I * p) - m_I * m_p
    var = mean(I**2) - m_I**2
    a = cov / (var + eps)
    return mean(a) * I + mean(m_p - a * m_I)
