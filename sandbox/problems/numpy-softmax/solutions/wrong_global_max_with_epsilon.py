# expect: wrong_answer
# One maximum for everything, and an epsilon that hides it.
import numpy as np


def softmax(x: np.ndarray, axis: int = -1) -> np.ndarray:
    shifted = x - (np.max(x) if x.size else 0)
    e = np.exp(shifted)
    return e / (np.sum(e, axis=axis, keepdims=True) + 1e-12)
