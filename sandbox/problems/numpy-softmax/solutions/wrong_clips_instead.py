# expect: wrong_answer
# Clips large values instead of shifting.
import numpy as np


def softmax(x, axis=-1):
    e = np.exp(np.clip(x, -80, 80))
    return e / e.sum(axis=axis, keepdims=True)
