import numpy as np


def rnn_forward_backward(
    xs: np.ndarray, h0: np.ndarray, Wx: np.ndarray, Wh: np.ndarray, b: np.ndarray, dhs: np.ndarray
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    # xs: (T, B, D), h0: (B, H), Wx: (D, H), Wh: (H, H), b: (H,), dhs: (T, B, H) -> hs (T, B, H), gradients
    ...
