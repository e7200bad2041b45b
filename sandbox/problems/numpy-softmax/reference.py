"""Shift by the maximum of each slice, in float64 (what scipy.special.softmax computes)."""

import numpy as np


def softmax(x, axis=-1):
    exponentials = x.astype(np.float64)
    exponentials -= x.max(axis=axis, keepdims=True)
    np.exp(exponentials, out=exponentials)
    # Adding whole slices is much quicker than reducing a short last axis.
    total = sum(np.moveaxis(exponentials, axis, 0))
    exponentials /= np.expand_dims(total, axis)
    return exponentials.astype(x.dtype)
