import numpy as np


def masked_bce(logits: np.ndarray, targets: np.ndarray, valid_mask: np.ndarray) -> float:
    # all three: (N, C)
    ...
