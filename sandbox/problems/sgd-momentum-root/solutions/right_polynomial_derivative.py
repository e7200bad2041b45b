# expect: accepted
import numpy as np

L = np.poly1d([1, 2, -3]) ** 2


def solve(x0, lr=1e-3, momentum=0.9, steps=10000):
    a, b, c, d = L.deriv().coeffs.tolist()
    x, v = np.float64(x0), np.float64(0)
    for _ in range(steps):
        v = momentum * v + lr * (((a * x + b) * x + c) * x + d)
        x = x - v
    return float(x)
