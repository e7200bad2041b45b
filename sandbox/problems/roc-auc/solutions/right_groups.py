# expect: accepted
from itertools import groupby


def roc_auc(y_true, scores):
    labels, values = y_true.tolist(), scores.tolist()
    if len(labels) != len(values):
        raise ValueError("y_true and scores must have the same length")
    positives = sum(labels)
    negatives = len(labels) - positives
    if not positives or not negatives:
        raise ValueError("need positives and negatives")
    area = beaten = 0
    for _, group in groupby(sorted(zip(values, labels)), key=lambda pair: pair[0]):
        level = [label for _, label in group]
        up, down = sum(level), len(level) - sum(level)
        area += up * beaten + up * down / 2
        beaten += down
    return area / (positives * negatives)
