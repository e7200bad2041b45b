# expect: accepted
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


class Pool:
    def __init__(self, size, stride, padding):
        self.size, self.stride, self.padding = size, stride, padding

    def positions(self, length):
        count = (length + 2 * self.padding - self.size) // self.stride + 1
        return np.arange(count)[:, None] * self.stride + np.arange(self.size)  # (M, k), in the padded text

    def backward(self, x, dy):
        n, c, length = x.shape
        padded = length + 2 * self.padding
        where = self.positions(length)
        if dy.shape != (n, c, len(where)):
            raise ValueError(f"expected {(n, c, len(where))}, got {dy.shape}")
        rows = np.arange(n * c)[:, None] * padded
        index, values = self.send(x, dy, where, rows)
        total = np.bincount(index.ravel(), values.ravel(), minlength=n * c * padded)
        return total.reshape(n, c, padded)[:, :, self.padding : self.padding + length]


class Max(Pool):
    def send(self, x, dy, where, rows):
        pads = [(0, 0), (0, 0), (self.padding, self.padding)]
        xp = np.pad(x, pads, constant_values=-np.inf)
        best = sliding_window_view(xp, self.size, axis=2)[:, :, :: self.stride].argmax(-1)
        best = best.reshape(len(rows), -1)
        return rows + where[:, 0] + best, np.ascontiguousarray(dy)


class Avg(Pool):
    def send(self, x, dy, where, rows):
        index = rows[:, :, None] + where
        shares = dy.reshape(len(rows), -1, 1) / self.size
        return index, np.broadcast_to(shares, index.shape)


def pool1d_backward(x, dy, kernel_size, stride, padding, mode):
    kinds = {"max": Max, "avg": Avg}
    if mode not in kinds:
        raise ValueError(mode)
    return kinds[mode](kernel_size, stride, padding).backward(x, dy)
