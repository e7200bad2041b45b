import numpy as np


def attention(q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray | None = None) -> np.ndarray:
    # q: (..., Lq, d), k: (..., Lk, d), v: (..., Lk, dv), mask: bool, broadcasts to (..., Lq, Lk) -> (..., Lq, dv)
    ...
