# expect: rejected
import numpy as np


def solve(x0, lr=1e-3, momentum=0.9, steps=10000):
    return float(min(np.roots([1, 2, -3]), key=lambda root: abs(root - x0)))
