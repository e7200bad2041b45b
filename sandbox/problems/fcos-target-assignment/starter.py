import numpy as np


def fcos_assign(
    points: np.ndarray, boxes: np.ndarray, labels: np.ndarray, lo: float, hi: float
) -> tuple[np.ndarray, np.ndarray]:
    # points: (P, 2), boxes: (G, 4), labels: (G,) -> (P,) int64, (P, 4) float64
    ...
