# expect: accepted
import numpy as np


class Logits:
    def __init__(self, matrix):
        self.matrix = matrix

    def variance(self):
        return np.mean((self.matrix - self.matrix.mean()) ** 2)

    def gradient(self):
        shifted = self.matrix - self.matrix.max(axis=-1, keepdims=True)
        p = np.exp(shifted)
        p = p / p.sum(axis=-1, keepdims=True)
        jacobian = p[:, :, None] * np.eye(p.shape[1]) - p[:, :, None] * p[:, None, :]
        return np.linalg.norm(jacobian, axis=(1, 2)).mean()


def attention_logit_stats(q, k):
    raw = Logits(np.einsum("id,jd->ij", q, k))
    scaled = Logits(raw.matrix * q.shape[1] ** -0.5)
    return raw.variance(), scaled.variance(), raw.gradient(), scaled.gradient()
