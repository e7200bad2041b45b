# expect: accepted
import numpy as np
import torch


class MeanAbsoluteError:
    def __init__(self):
        self.total, self.count = 0.0, 0

    def add(self, one, other):
        one, other = (torch.tensor(np.array(a, dtype=np.float64)) for a in (one, other))
        if one.size() != other.size():
            raise ValueError("shape mismatch")
        self.total += (one - other).abs().sum().item()
        self.count += one.numel()

    def value(self):
        if self.count == 0:
            raise ValueError("nothing to average")
        return self.total / self.count


def mae(y_true, y_pred):
    metric = MeanAbsoluteError()
    metric.add(y_true, y_pred)
    return metric.value()
