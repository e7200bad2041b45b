# expect: wrong_answer
# Equal scores get different ranks.
import numpy as np


def roc_auc(y_true, scores):
    if len(y_true) != len(scores) or len(y_true) == 0:
        raise ValueError("bad lengths")
    P = int((y_true == 1).sum())
    Q = len(y_true) - P
    if P == 0 or Q == 0:
        raise ValueError("both classes are needed")
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return (ranks[y_true == 1].sum() - P * (P + 1) / 2) / (P * Q)
