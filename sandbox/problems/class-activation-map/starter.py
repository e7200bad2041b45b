import numpy as np


def cam(feature: np.ndarray, fc_weight: np.ndarray, cls: int) -> np.ndarray:
    # feature: (C, H, W), fc_weight: (K, C) -> (H, W)
    ...
