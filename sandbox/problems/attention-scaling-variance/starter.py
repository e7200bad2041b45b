import numpy as np


def attention_logit_stats(q: np.ndarray, k: np.ndarray) -> tuple[float, float, float, float]:
    # q: (n, d), k: (m, d) -> (var_raw, var_scaled, grad_raw, grad_scaled)
    ...
