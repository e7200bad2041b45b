# expect: accepted
import numpy as np


class Mixer:
    def __init__(self, alpha: float, rng: np.random.Generator):
        if alpha < 0:
            raise ValueError("alpha")
        self.alpha, self.rng = alpha, rng

    def draw(self, n):
        lam = float(self.rng.beta(self.alpha, self.alpha)) if self.alpha else 1.0
        return lam, self.rng.permutation(n).tolist()

    def __call__(self, x, y):
        n = x.shape[0]
        if n != y.shape[0]:
            raise ValueError("length")
        lam, partners = self.draw(n)
        out = np.empty(x.shape, dtype=x.dtype)
        for i, j in enumerate(partners):
            out[i] = lam * x[i] + (1.0 - lam) * x[j]
        return out, y.copy(), np.stack([y[j] for j in partners]), np.float64(lam)


def mixup(x, y, alpha, rng):
    return Mixer(alpha, rng)(x, y)
