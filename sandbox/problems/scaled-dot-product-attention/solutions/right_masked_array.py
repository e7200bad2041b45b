# expect: accepted
import numpy as np


class Attention:
    def __init__(self, width):
        self.scale = 1 / float(width) ** 0.5

    def weights(self, q, k, mask):
        logits = (q @ k.swapaxes(-2, -1)) * self.scale
        visible = np.full(logits.shape, True)
        if mask is not None:
            visible &= mask
        alive = visible.any(axis=-1, keepdims=True)
        logits[~visible] = np.finfo(logits.dtype).min / 4
        logits -= np.amax(logits, axis=-1, keepdims=True)
        probabilities = np.exp(logits)
        probabilities /= probabilities.sum(axis=-1, keepdims=True)
        return probabilities * alive

    def __call__(self, q, k, v, mask):
        return self.weights(q, k, mask) @ v


def attention(q, k, v, mask=None):
    return Attention(q.shape[-1])(q, k, v, mask)
