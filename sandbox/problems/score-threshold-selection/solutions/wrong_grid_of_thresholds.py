# expect: wrong_answer
# Tries 0.00, 0.01 … instead of the scores.
import numpy as np


def pick_threshold(scores, labels, target_recall=None, target_precision=None):
    if target_recall is not None and target_precision is not None:
        raise ValueError("both targets given")
    if target_recall is None and target_precision is None:
        raise ValueError("no target given")
    candidates = np.linspace(0, 1, 101)
    predicted = scores[None, :] >= candidates[:, None]
    tp = predicted @ labels
    if target_precision is not None:
        good = candidates[tp / np.maximum(predicted.sum(axis=1), 1) >= target_precision]
        return good[0] if good.size else None
    if not labels.any():
        return None
    good = candidates[tp / labels.sum() >= target_recall]
    return good[-1] if good.size else None
