# expect: accepted
import numpy as np


class Pruner:
    def __init__(self, sparsity):
        if sparsity < 0 or 1 < sparsity:
            raise ValueError("sparsity")
        self.sparsity = sparsity

    def victims(self, weights):
        count = int(round(self.sparsity * len(weights)))
        return sorted(range(len(weights)), key=lambda i: abs(weights[i]))[:count]

    def __call__(self, w):
        flat = w.ravel().tolist()
        kept = [True] * len(flat)
        for index in self.victims(flat):
            kept[index] = False
            flat[index] = 0.0
        return np.array(kept, dtype=bool).reshape(w.shape), np.array(flat, dtype=w.dtype).reshape(w.shape)


def prune_by_magnitude(w, sparsity):
    return Pruner(sparsity)(w)
