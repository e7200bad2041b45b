# expect: accepted
import numpy as np


def pick_threshold(scores, labels, target_recall=None, target_precision=None):
    if (target_recall is None) == (target_precision is None):
        raise ValueError("exactly one target")
    if len(scores) == 0:
        return None
    order = np.argsort(-scores, kind="stable")
    s, y = scores[order], labels[order]
    last = np.append(s[1:] != s[:-1], True)
    tp = np.cumsum(y)[last]
    n = np.arange(1, len(s) + 1)[last]
    candidates = s[last]
    if target_recall is not None:
        if tp[-1] == 0:
            return None
        ok = tp / tp[-1] >= target_recall
        return float(candidates[ok][0]) if ok.any() else None
    ok = tp / n >= target_precision
    return float(candidates[ok][-1]) if ok.any() else None
