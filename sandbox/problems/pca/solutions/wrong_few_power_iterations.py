# expect: wrong_answer
# Stops long before it converges.
import numpy as np


def pca(X, k):
    n, d = X.shape
    if k < 1 or k > min(n, d):
        raise ValueError("k out of range")
    mean = X.mean(axis=0)
    Xc = X - mean
    cov = Xc.T @ Xc / (n - 1)
    values, vectors = np.linalg.eigh(cov)
    rng = np.random.default_rng(0)
    basis = np.linalg.qr(rng.standard_normal((d, k)))[0]
    for _ in range(30):
        basis = np.linalg.qr(cov @ basis)[0]
    components = basis.T
    order = np.argsort(values)[::-1][:k]
    return components, values[order], Xc @ components.T
