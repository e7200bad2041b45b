# expect: time_limit
# Right, but compares all pairs.
import numpy as np


def roc_auc(y_true, scores):
    if len(y_true) != len(scores) or len(set(y_true.tolist())) < 2:
        raise ValueError("invalid input")
    pos, neg = scores[y_true == 1], scores[y_true == 0]
    won = 0.0
    for s in pos:
        won += np.sum(s > neg) + 0.5 * np.sum(s == neg)
    return won / (len(pos) * len(neg))
