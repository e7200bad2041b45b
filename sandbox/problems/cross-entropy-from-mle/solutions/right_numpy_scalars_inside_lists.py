# expect: accepted
# Returns a list with an np.float64 and tuples. logaddexp is stable by itself.
import numpy as np


class BadLabel(ValueError):
    pass


def cross_entropy(logits, targets):
    losses, grads = [], []
    for row, target in zip(logits, targets):
        log_p = np.asarray(row) - np.logaddexp.reduce(row)
        if np.ndim(target) == 0:
            if target not in range(len(row)):
                raise BadLabel(target)
            q = np.zeros(len(row))
            q[target] = 1
        else:
            q = np.asarray(target)
        losses.append(-(q @ log_p))
        grads.append(tuple((np.exp(log_p) - q) / len(logits)))
    return [np.mean(losses), grads]
