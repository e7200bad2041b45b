import numpy as np


def ssd_boxes(
    fm_sizes: list[int], ratios: list[list[float]], s_min: float = 0.2, s_max: float = 0.9, clip: bool = True
) -> np.ndarray:
    # -> (n, 4) float64: x1, y1, x2, y2 in relative units
    ...
