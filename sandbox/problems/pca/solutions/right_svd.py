# expect: accepted
import numpy as np


class PCA:
    def __init__(self, k):
        self.k = k

    def fit_transform(self, X):
        if not 0 < self.k <= min(X.shape):
            raise ValueError(self.k)
        centred = X - X.sum(axis=0, keepdims=True) / len(X)
        _, s, vt = np.linalg.svd(centred, full_matrices=False)
        self.components_ = vt[: self.k]
        self.explained_variance_ = np.square(s[: self.k]) / (len(X) - 1)
        return centred.dot(self.components_.T)


def pca(X, k):
    model = PCA(k)
    Z = model.fit_transform(X)
    return model.components_, model.explained_variance_, Z
