import numpy as np


def largest_blob_center(img: np.ndarray, thr: int = 128) -> tuple[float, float] | None:
    # img: (H, W) uint8 -> (mean row, mean column) of the largest 4-connected component, or None
    ...
