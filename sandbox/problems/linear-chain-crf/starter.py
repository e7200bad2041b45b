import numpy as np


def crf(
    emissions: np.ndarray, transitions: np.ndarray, start: np.ndarray, end: np.ndarray, tags: np.ndarray
) -> tuple[float, np.ndarray, float]:
    # emissions: (T, K), transitions[from, to]: (K, K), start, end: (K,), tags: (T,) -> nll, best path (T,), its score
    ...
