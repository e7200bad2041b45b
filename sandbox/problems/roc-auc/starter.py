import numpy as np


def roc_auc(y_true: np.ndarray, scores: np.ndarray) -> float:
    # y_true: (N,) of 0 and 1, scores: (N,)
    ...
