# expect: accepted
import numpy as np
import torch
import torch.nn.functional as F


class SwinWindows:
    def __init__(self, w, shift=0):
        if not (w >= 1 and 0 <= shift <= w - 1):
            raise ValueError(f"invalid: w={w}, shift={shift}")
        self.w = w
        self.shift = shift

    def partition(self, x):
        t = torch.from_numpy(x.copy())
        t = F.pad(t, (0, 0, 0, -t.shape[2] % self.w, 0, -t.shape[1] % self.w))
        t = torch.roll(t, (-self.shift, -self.shift), (1, 2))
        t = t.unfold(1, self.w, self.w).unfold(2, self.w, self.w)  # B, nh, nw, C, w, w
        t = t.permute(0, 1, 2, 4, 5, 3)
        return t.reshape(-1, self.w, self.w, x.shape[3]).numpy().copy()

    def reverse(self, windows, H, W):
        hp, wp = H + -H % self.w, W + -W % self.w
        t = torch.tensor(np.ascontiguousarray(windows))
        t = t.reshape(-1, hp // self.w, wp // self.w, self.w, self.w, windows.shape[3])
        t = t.transpose(2, 3).reshape(-1, hp, wp, windows.shape[3])
        return torch.roll(t, (self.shift,) * 2, (1, 2))[:, :H, :W].numpy().copy()
