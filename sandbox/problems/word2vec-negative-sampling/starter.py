import numpy as np


def sgns(
    W_in: np.ndarray, W_out: np.ndarray, centers: np.ndarray, contexts: np.ndarray, negatives: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    # W_in, W_out: (V, D), centers, contexts: (B,), negatives: (B, K) -> loss, dW_in (V, D), dW_out (V, D)
    ...
