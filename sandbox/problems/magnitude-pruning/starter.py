import numpy as np


def prune_by_magnitude(w: np.ndarray, sparsity: float) -> tuple[np.ndarray, np.ndarray]:
    # -> mask (bool, True = kept), pruned (dtype of w), both of the shape of w
    ...
