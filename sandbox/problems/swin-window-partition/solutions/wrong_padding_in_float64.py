# expect: wrong_answer
# np.zeros without dtype.
import numpy as np


class SwinWindows:
    def __init__(self, w, shift=0):
        if w < 1 or shift < 0 or shift >= w:
            raise ValueError("bad window size or shift")
        self.w, self.shift = w, shift

    def padded(self, n):
        return (n + self.w - 1) // self.w * self.w

    def partition(self, x):
        B, H, W, C = x.shape
        w, Hp, Wp = self.w, self.padded(H), self.padded(W)
        padded = np.zeros((B, Hp, Wp, C))
        padded[:, :H, :W] = x
        x = padded
        x = np.roll(x, (-self.shift, -self.shift), axis=(1, 2))
        x = x.reshape(B, Hp // w, w, Wp // w, w, C)
        return x.transpose(0, 1, 3, 2, 4, 5).reshape(-1, w, w, C).copy()

    def reverse(self, windows, H, W):
        w, Hp, Wp = self.w, self.padded(H), self.padded(W)
        C = windows.shape[-1]
        x = windows.reshape(-1, Hp // w, Wp // w, w, w, C)
        x = x.transpose(0, 1, 3, 2, 4, 5).reshape(-1, Hp, Wp, C)
        x = np.roll(x, (self.shift, self.shift), axis=(1, 2))
        return x[:, :H, :W].copy()
