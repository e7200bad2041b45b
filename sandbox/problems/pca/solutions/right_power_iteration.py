# expect: accepted
import numpy as np


def orthogonalised(v, found):
    for other in found:
        v = v - (v @ other) * other
    return v


def leading(cov, found, rng):
    v = orthogonalised(rng.standard_normal(len(cov)), found)
    v /= np.linalg.norm(v)
    for _ in range(3000):
        w = orthogonalised(orthogonalised(cov @ v, found), found)
        size = np.linalg.norm(w)
        if size < 1e-9 * np.trace(cov):
            break
        w /= size
        if np.abs(w - v).max() < 1e-15:
            break
        v = w
    return v


def pca(X, k):
    if k < 1 or k > min(X.shape):
        raise ValueError("k")
    Xc = X - X.mean(0)
    cov = Xc.T @ Xc / (len(X) - 1)
    rng = np.random.default_rng(0)
    rows = []
    for _ in range(k):
        rows.append(leading(cov, rows, rng))
    C = np.array(rows)
    return C, np.einsum("ij,jk,ik->i", C, cov, C), Xc @ C.T
