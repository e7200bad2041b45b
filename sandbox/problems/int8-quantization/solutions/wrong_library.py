# expect: rejected
import numpy as np
import torch


def quantize_int8(x, symmetric=True, percentile=100.0):
    a = float(np.percentile(np.abs(x.astype(np.float64)), percentile))
    scale = a / 127 if a else 1.0
    q = torch.quantize_per_tensor(torch.tensor(x).float(), scale, 0, torch.qint8)
    return q.int_repr().numpy(), scale, 0
