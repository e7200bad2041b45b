# expect: accepted
# Through the logarithm, in float64.
import numpy as np


def log_sum_exp(x, axis):
    peak = np.amax(x, axis=axis, keepdims=True)
    return peak, np.log(np.exp(x - peak).sum(axis=axis, keepdims=True))


def softmax(x, axis=-1):
    wide = x.astype(np.float64)
    peak, rest = log_sum_exp(wide, axis)
    return np.exp(wide - peak - rest).astype(x.dtype)
