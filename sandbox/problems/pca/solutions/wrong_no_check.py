# expect: wrong_answer
import numpy as np


def pca(X, k):
    n, d = X.shape
    mean = X.mean(axis=0)
    Xc = X - mean
    cov = Xc.T @ Xc / (n - 1)
    values, vectors = np.linalg.eigh(cov)
    order = np.argsort(values)[::-1][:k]
    components = vectors[:, order].T
    return components, values[order], Xc @ components.T
