# expect: wrong_answer
# Divides by 0.
import numpy as np


def roc_auc(y_true, scores):
    if len(y_true) != len(scores) or len(y_true) == 0:
        raise ValueError("bad lengths")
    P = int((y_true == 1).sum())
    Q = len(y_true) - P
    values, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return (ranks[y_true == 1].sum() - P * (P + 1) / 2) / (P * Q)
