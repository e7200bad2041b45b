# expect: accepted
import numpy as np


def roc_auc(y_true, scores):
    if len(y_true) != len(scores):
        raise ValueError("lengths differ")
    P = np.sum(y_true == 1)
    N = np.sum(y_true == 0)
    if P == 0 or N == 0:
        raise ValueError("one class only")
    order = np.argsort(-scores, kind="stable")
    y, s = y_true[order], scores[order]
    last = np.append(s[1:] != s[:-1], True)
    tpr = np.concatenate([[0], np.cumsum(y)[last] / P])
    fpr = np.concatenate([[0], np.cumsum(1 - y)[last] / N])
    return float(np.sum((fpr[1:] - fpr[:-1]) * (tpr[1:] + tpr[:-1]) / 2))
