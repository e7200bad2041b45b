# expect: runtime_error
# Keeps the state in a global and ignores what is passed.
import numpy as np


memory = {}


def optimizer_step(
    method, w, g, state, lr, momentum=0.9, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0
):
    g = g + weight_decay * w
    if method == "sgd":
        return w - lr * g, {}
    if method == "momentum":
        v = momentum * memory.get("v", np.zeros_like(w)) + g
        return w - lr * v, memory.update(v=v) or {}
    if method == "adam":
        t = memory.get("t", 0) + 1
        m = beta1 * memory.get("m", np.zeros_like(w)) + (1 - beta1) * g
        v = beta2 * memory.get("v", np.zeros_like(w)) + (1 - beta2) * g**2
        mh = m / (1 - beta1**t)
        vh = v / (1 - beta2**t)
        return w - lr * mh / (np.sqrt(vh) + eps), memory.update(t=t, m=m, v=v) or {}
    raise ValueError(f"unknown method {method}")
