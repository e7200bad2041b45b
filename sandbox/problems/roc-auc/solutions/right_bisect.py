# expect: accepted
from bisect import bisect_left, bisect_right

import numpy as np


class AUC:
    def __init__(self, negatives):
        self.negatives = sorted(negatives)

    def won(self, score):
        return (bisect_left(self.negatives, score) + bisect_right(self.negatives, score)) / 2


def roc_auc(y_true: np.ndarray, scores: np.ndarray) -> float:
    if y_true.shape != scores.shape or np.unique(y_true).size != 2:
        raise ValueError
    auc = AUC(scores[y_true == 0])
    return np.mean([auc.won(s) for s in scores[y_true == 1]]) / len(auc.negatives)
