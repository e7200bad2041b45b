# expect: accepted
import numpy as np


def cam(feature: np.ndarray, fc_weight: np.ndarray, cls: int) -> np.ndarray:
    """Maps of all classes, then one of them."""
    if cls < 0:
        raise ValueError("negative class")
    try:
        one = np.einsum("kc,chw->khw", fc_weight, feature)[cls]
    except IndexError:
        raise ValueError("class too large") from None
    peak = one.max()
    if peak <= 0:
        return np.zeros(one.shape)
    return np.clip(one / peak, 0, None)
