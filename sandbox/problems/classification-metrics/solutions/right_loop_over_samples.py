# expect: accepted
import numpy as np


def classification_metrics(y_true, y_pred, num_classes):
    t, p = y_true.tolist(), y_pred.tolist()
    if len(t) != len(p):
        raise ValueError("different lengths")
    legal = range(num_classes)
    table = [[0] * num_classes for _ in legal]
    for a, b in zip(t, p):
        if a not in legal or b not in legal:
            raise ValueError("bad label")
        table[a][b] += 1
    confusion = np.array(table, dtype=np.int64)
    tp = confusion.diagonal().astype(float)
    predicted, actual = confusion.sum(0), confusion.sum(1)
    # A class without predictions has no true positives either: 0 / 1.
    precision = tp / np.maximum(predicted, 1)
    recall = tp / np.maximum(actual, 1)
    f1 = 2 * tp / np.maximum(predicted + actual, 1)
    accuracy = tp.sum() / max(len(t), 1)
    return dict(
        confusion=confusion,
        accuracy=accuracy,
        precision=precision,
        recall=recall,
        f1=f1,
        macro_precision=precision.mean(),
        macro_recall=recall.mean(),
        macro_f1=f1.mean(),
        micro_precision=accuracy,
        micro_recall=accuracy,
        micro_f1=accuracy,
    )
