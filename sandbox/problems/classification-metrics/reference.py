"""Everything from the confusion matrix (definitions as in sklearn with zero_division=0 and all labels)."""

import numpy as np


def ratio(counts, totals):
    """counts / totals, 0 where a total is 0."""
    return np.divide(counts, totals, out=np.zeros(np.shape(totals)), where=np.asarray(totals) != 0)


def classification_metrics(y_true, y_pred, num_classes):
    if y_true.shape != y_pred.shape:
        raise ValueError(f"{len(y_true)} true labels, {len(y_pred)} predicted ones")
    for labels in (y_true, y_pred):
        if len(labels) and not 0 <= labels.min() <= labels.max() < num_classes:
            raise ValueError(f"labels from {labels.min()} to {labels.max()} with {num_classes} classes")
    confusion = np.bincount(y_true * num_classes + y_pred, minlength=num_classes**2).reshape(num_classes, num_classes)
    hits, predicted, actual = confusion.diagonal(), confusion.sum(axis=0), confusion.sum(axis=1)
    by_class = {
        "precision": ratio(hits, predicted),
        "recall": ratio(hits, actual),
        "f1": ratio(2 * hits, predicted + actual),
    }
    total = float(ratio(hits.sum(), len(y_true)))
    return {
        "confusion": confusion.astype(np.int64),
        "accuracy": total,
        **by_class,
        **{f"macro_{name}": float(values.mean()) for name, values in by_class.items()},
        **{f"micro_{name}": total for name in by_class},
    }
