"""Every pixel goes where the definition sends it: a lookup of rows and one of columns, the padding as one zero."""

import numpy as np


class SwinWindows:
    def __init__(self, w, shift=0):
        if w < 1 or not 0 <= shift < w:
            raise ValueError(f"w must be at least 1 and shift in [0, w), not {w} and {shift}")
        self.w = w
        self.shift = shift

    def sources(self, length):
        """Where each place along an axis, padded and rolled, comes from in the padded axis."""
        padded = -(-length // self.w) * self.w
        return (np.arange(padded) + self.shift) % padded

    def partition(self, x):
        batch, height, width, channels = x.shape
        rows, columns = self.sources(height), self.sources(width)
        windows = []
        for b in range(batch):
            for top in range(0, len(rows), self.w):
                for left in range(0, len(columns), self.w):
                    window = np.zeros((self.w, self.w, channels), dtype=x.dtype)
                    for r, row in enumerate(rows[top : top + self.w]):
                        for c, column in enumerate(columns[left : left + self.w]):
                            if row < height and column < width:
                                window[r, c] = x[b, row, column]
                    windows.append(window)
        return np.stack(windows)

    def reverse(self, windows, H, W):
        rows, columns = self.sources(H), self.sources(W)
        across = len(columns) // self.w
        count = len(rows) // self.w * across
        out = np.empty((len(windows) // count, H, W, windows.shape[3]), dtype=windows.dtype)
        for at, row in enumerate(rows):
            for place, column in enumerate(columns):
                if row < H and column < W:
                    index = at // self.w * across + place // self.w
                    out[:, row, column] = windows[index::count, at % self.w, place % self.w]
        return out
