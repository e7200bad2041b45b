"""Eigenvectors of the covariance matrix."""

import numpy as np


def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError(f"k is {k}, it must be from 1 to {min(X.shape)}")
    covariance = np.atleast_2d(np.cov(X, rowvar=False))
    values, vectors = np.linalg.eigh(covariance)
    components = vectors[:, ::-1][:, :k].T.copy()
    return components, values[::-1][:k].copy(), (X - X.mean(axis=0)) @ components.T
