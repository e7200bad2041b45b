# expect: accepted
import numpy as np


class Counts:
    """True positives, false positives and false negatives, of one class or several together."""

    def __init__(self, tp, fp, fn):
        self.tp, self.fp, self.fn = int(tp), int(fp), int(fn)

    @staticmethod
    def share(part, rest):
        return part / (part + rest) if part + rest else 0.0

    @property
    def precision(self):
        return self.share(self.tp, self.fp)

    @property
    def recall(self):
        return self.share(self.tp, self.fn)

    @property
    def f1(self):
        return self.share(2 * self.tp, self.fp + self.fn)


def classification_metrics(y_true, y_pred, num_classes):
    if y_true.size != y_pred.size:
        raise ValueError
    both = np.concatenate([y_true, y_pred])
    if both.size and (both.min() < 0 or both.max() > num_classes - 1):
        raise ValueError
    flat = np.bincount(num_classes * y_true + y_pred, minlength=num_classes * num_classes)
    m = flat.reshape(num_classes, num_classes)
    each = [Counts(m[c, c], m[:, c].sum() - m[c, c], m[c].sum() - m[c, c]) for c in range(num_classes)]
    whole = Counts(*(sum(getattr(c, name) for c in each) for name in ("tp", "fp", "fn")))
    result = {"confusion": m, "accuracy": Counts.share(np.trace(m), len(y_true) - np.trace(m))}
    for name in ("precision", "recall", "f1"):
        values = np.array([getattr(c, name) for c in each])
        result[name] = values
        result["macro_" + name] = float(np.mean(values))
        result["micro_" + name] = getattr(whole, name)
    return result
