# expect: accepted
import numpy as np


def pool1d_backward(x, dy, kernel_size, stride, padding, mode):
    n, c, length = x.shape
    m = (length + 2 * padding - kernel_size) // stride + 1
    if mode not in {"max", "avg"} or dy.shape != (n, c, m):
        raise ValueError("bad mode or shape of dy")
    dx = np.zeros(x.shape)
    starts = np.arange(m) * stride - padding
    if mode == "max":
        top = np.full(dy.shape, -np.inf)
        winner = np.zeros(dy.shape, dtype=int)
        for k in range(kernel_size):
            at = starts + k
            real = (at >= 0) & (at < length)
            values = np.where(real, x[:, :, np.clip(at, 0, length - 1)], -np.inf)
            better = values > top
            top = np.where(better, values, top)
            winner = np.where(better, k, winner)
    for k in range(kernel_size):
        at = starts + k
        inside = np.flatnonzero((at >= 0) & (at < length))
        share = dy[:, :, inside]
        share = share * (winner[:, :, inside] == k) if mode == "max" else share / kernel_size
        # For one offset every window has another position: plain += is safe.
        dx[:, :, at[inside]] += share
    return dx
