# expect: wrong_answer
# Weight decay as in AdamW.
import numpy as np


def optimizer_step(
    method, w, g, state, lr, momentum=0.9, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0
):
    w = w - lr * weight_decay * w
    if method == "sgd":
        return w - lr * g, {}
    if method == "momentum":
        v = momentum * state.get("v", np.zeros_like(w)) + g
        return w - lr * v, {"v": v}
    if method == "adam":
        t = state.get("t", 0) + 1
        m = beta1 * state.get("m", np.zeros_like(w)) + (1 - beta1) * g
        v = beta2 * state.get("v", np.zeros_like(w)) + (1 - beta2) * g**2
        mh = m / (1 - beta1**t)
        vh = v / (1 - beta2**t)
        return w - lr * mh / (np.sqrt(vh) + eps), {"t": t, "m": m, "v": v}
    raise ValueError(f"unknown method {method}")
