# expect: wrong_answer
# As many classes as the labels show.
import numpy as np


def safe_divide(a, b):
    return np.divide(a, b, out=np.zeros_like(b, dtype=np.float64), where=b != 0)


def classification_metrics(y_true, y_pred, num_classes):
    C = int(max(y_true.max(initial=0), y_pred.max(initial=0))) + 1 if len(y_true) else num_classes
    if len(y_true) != len(y_pred):
        raise ValueError("lengths differ")
    if np.any((y_true < 0) | (y_true >= C) | (y_pred < 0) | (y_pred >= C)):
        raise ValueError("label out of range")
    cm = np.zeros((C, C), dtype=np.int64)
    np.add.at(cm, (y_true, y_pred), 1)
    tp = np.diag(cm)
    fp = cm.sum(axis=0) - tp
    fn = cm.sum(axis=1) - tp
    precision = safe_divide(tp, tp + fp)
    recall = safe_divide(tp, tp + fn)
    f1 = safe_divide(2 * tp, 2 * tp + fp + fn)
    n = len(y_true)
    micro_p = tp.sum() / (tp.sum() + fp.sum()) if n else 0.0
    micro_r = tp.sum() / (tp.sum() + fn.sum()) if n else 0.0
    micro_f = 2 * tp.sum() / (2 * tp.sum() + fp.sum() + fn.sum()) if n else 0.0
    return {
        "confusion": cm,
        "accuracy": tp.sum() / n if n else 0.0,
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "macro_precision": precision.mean(),
        "macro_recall": recall.mean(),
        "macro_f1": f1.mean(),
        "micro_precision": micro_p,
        "micro_recall": micro_r,
        "micro_f1": micro_f,
    }
