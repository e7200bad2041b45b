# expect: wrong_answer
# Takes rows of the matrix whose columns are the eigenvectors.
import numpy as np


def pca(X, k):
    n, d = X.shape
    if k < 1 or k > min(n, d):
        raise ValueError("k out of range")
    mean = X.mean(axis=0)
    Xc = X - mean
    cov = Xc.T @ Xc / (n - 1)
    values, vectors = np.linalg.eigh(cov)
    order = np.argsort(values)[::-1][:k]
    components = vectors[order]
    return components, values[order], Xc @ components.T
