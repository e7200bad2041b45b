"""Every candidate, one by one."""

import numpy as np


def pick_threshold(scores, labels, target_recall=None, target_precision=None):
    if (target_recall is None) == (target_precision is None):
        raise ValueError("give exactly one of target_recall and target_precision")
    positives = int(labels.sum())
    reached = []
    for threshold in np.unique(scores):
        taken = scores >= threshold
        hits = int(labels[taken].sum())
        if target_precision is not None:
            good = hits / int(taken.sum()) >= target_precision
        else:
            good = positives > 0 and hits / positives >= target_recall
        if good:
            reached.append(float(threshold))
    if not reached:
        return None
    return max(reached) if target_precision is None else min(reached)
