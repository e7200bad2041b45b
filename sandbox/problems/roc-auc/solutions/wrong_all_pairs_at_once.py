# expect: memory_limit
# An array of all pairs.
import numpy as np


def roc_auc(y_true, scores):
    if len(y_true) != len(scores) or len(set(y_true.tolist())) < 2:
        raise ValueError("invalid input")
    pos, neg = scores[y_true == 1], scores[y_true == 0]
    difference = pos[:, None] - neg[None, :]
    return float(((difference > 0) + 0.5 * (difference == 0)).mean())
