# expect: wrong_answer
# A thousand thresholds instead of the scores themselves.
import numpy as np


def roc_auc(y_true, scores):
    if len(y_true) != len(scores) or len(set(y_true.tolist())) < 2:
        raise ValueError("invalid input")
    thresholds = np.linspace(scores.min(), scores.max(), 1000)[::-1]
    pos, neg = scores[y_true == 1], scores[y_true == 0]
    tpr = np.array([0.0] + [np.mean(pos >= t) for t in thresholds] + [1.0])
    fpr = np.array([0.0] + [np.mean(neg >= t) for t in thresholds] + [1.0])
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
