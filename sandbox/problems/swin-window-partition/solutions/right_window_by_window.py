# expect: accepted
from math import ceil

import numpy as np


class SwinWindows:
    def __init__(self, w: int, shift: int = 0) -> None:
        if w < 1:
            raise ValueError("w must be positive")
        if not 0 <= shift < w:
            raise ValueError("shift must be in [0, w)")
        self.w = w
        self.shift = shift

    def boxes(self, nh, nw):
        for i in range(nh):
            for j in range(nw):
                yield slice(i * self.w, (i + 1) * self.w), slice(j * self.w, (j + 1) * self.w)

    def partition(self, x):
        nh, nw = ceil(x.shape[1] / self.w), ceil(x.shape[2] / self.w)
        windows = []
        for image in x:
            canvas = np.zeros((nh * self.w, nw * self.w, x.shape[3]), x.dtype)
            canvas[: x.shape[1], : x.shape[2]] = image
            canvas = np.concatenate([canvas[self.shift :], canvas[: self.shift]], axis=0)
            canvas = np.concatenate([canvas[:, self.shift :], canvas[:, : self.shift]], axis=1)
            windows.extend(canvas[box] for box in self.boxes(nh, nw))
        return np.array(windows)

    def reverse(self, windows, H, W):
        nh, nw = ceil(H / self.w), ceil(W / self.w)
        images = []
        for start in range(0, len(windows), nh * nw):
            canvas = np.empty((nh * self.w, nw * self.w, windows.shape[3]), windows.dtype)
            for box, window in zip(self.boxes(nh, nw), windows[start : start + nh * nw], strict=True):
                canvas[box] = window
            canvas = np.roll(np.roll(canvas, self.shift, 0), self.shift, 1)
            images.append(canvas[:H, :W])
        return np.stack(images)
