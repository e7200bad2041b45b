# expect: accepted
import numpy as np
import torch


def quantize_int8(x, symmetric=True, percentile=100.0):
    if x.size == 0:
        raise ValueError("empty")
    t = torch.tensor(np.array(x, dtype=np.float64))
    if torch.isnan(t).any() or torch.isinf(t).any():
        raise ValueError("NaN or inf")
    flat = t.numpy().ravel()
    if symmetric:
        span, steps, low = np.percentile(np.absolute(flat), percentile), 127.0, -127
        offset = 0.0
    else:
        bottom, top = np.percentile(flat, [100.0 - percentile, percentile])
        bottom, top = min(bottom, 0.0), max(top, 0.0)
        span, steps, low = top - bottom, 255.0, -128
        offset = bottom
    scale = np.float64(1.0) if span == 0 else span / steps
    zero = np.int64(0)
    if not symmetric and span != 0:
        zero = np.int64(min(max(np.rint(-128.0 - offset / scale), -128), 127))
    q = torch.clamp(torch.round(t / float(scale)) + int(zero), low, 127).to(torch.int8)
    return q.numpy(), scale, zero
