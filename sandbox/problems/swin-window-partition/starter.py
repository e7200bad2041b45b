import numpy as np


class SwinWindows:
    def __init__(self, w: int, shift: int = 0) -> None: ...

    def partition(self, x: np.ndarray) -> np.ndarray:
        # (B, H, W, C) -> (B * nh * nw, w, w, C)
        ...

    def reverse(self, windows: np.ndarray, H: int, W: int) -> np.ndarray:
        # (B * nh * nw, w, w, C) -> (B, H, W, C)
        ...
