from collections.abc import Callable

import numpy as np


def tiled_apply(img: np.ndarray, tile: int, overlap: int, fn: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    # img: (H, W, C) float64; fn: (h, w, C) -> (h, w, K); returns (H, W, K) float64
    ...
