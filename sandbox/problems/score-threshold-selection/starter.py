import numpy as np


def pick_threshold(
    scores: np.ndarray,
    labels: np.ndarray,
    target_recall: float | None = None,
    target_precision: float | None = None,
) -> float | None:
    # scores: (N,) float64, labels: (N,) int64 of 0 and 1; exactly one target is given
    ...
