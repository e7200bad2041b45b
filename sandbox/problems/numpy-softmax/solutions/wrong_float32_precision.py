# expect: wrong_answer
# float64 input squeezed into float32.
import numpy as np


def softmax(x, axis=-1):
    small = x.astype(np.float32)
    e = np.exp(small - small.max(axis=axis, keepdims=True))
    return (e / e.sum(axis=axis, keepdims=True)).astype(x.dtype)
