import numpy as np


def fuse_conv_bn(
    weight: np.ndarray,
    bias: np.ndarray | None,
    running_mean: np.ndarray,
    running_var: np.ndarray,
    gamma: np.ndarray,
    beta: np.ndarray,
    eps: float = 1e-5,
) -> tuple[np.ndarray, np.ndarray]:
    # weight: (F, C, KH, KW), the others (F,) -> new weight, new bias
    ...
