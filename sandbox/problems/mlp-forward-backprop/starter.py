import numpy as np


def mlp_forward_backward(
    x: np.ndarray,  # (B, D)
    W1: np.ndarray,  # (D, H)
    b1: np.ndarray,  # (H,)
    W2: np.ndarray,  # (H, O)
    b2: np.ndarray,  # (O,)
    dy: np.ndarray,  # (B, O)
    activation: str = "relu",
) -> tuple[np.ndarray, dict[str, np.ndarray]]: ...
