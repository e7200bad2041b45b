"""Mann-Whitney U: for each positive, the negatives below it and half of those level with it."""

import numpy as np


def roc_auc(y_true, scores):
    if len(y_true) != len(scores):
        raise ValueError(f"{len(y_true)} labels, {len(scores)} scores")
    positive, negative = scores[y_true == 1], np.sort(scores[y_true == 0])
    if not len(positive) or not len(negative):
        raise ValueError("the AUC needs both classes")
    below = np.searchsorted(negative, positive, side="left")
    upto = np.searchsorted(negative, positive, side="right")
    return float((below + upto).sum() / (2 * len(positive) * len(negative)))
