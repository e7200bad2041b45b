# expect: time_limit
# A Python loop over the elements.
import numpy as np


def optimizer_step(method, w, g, state, lr, momentum=0.9, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    if method not in ("sgd", "momentum", "adam"):
        raise ValueError(method)
    out = np.empty(w.shape)
    t = state.get("t", 0) + 1
    m = state["m"].copy() if "m" in state else np.zeros(w.shape)
    v = state["v"].copy() if "v" in state else np.zeros(w.shape)
    for i in np.ndindex(*w.shape):
        grad = g[i] + weight_decay * w[i]
        if method == "sgd":
            change = grad
        elif method == "momentum":
            v[i] = momentum * v[i] + grad
            change = v[i]
        else:
            m[i] = beta1 * m[i] + (1 - beta1) * grad
            v[i] = beta2 * v[i] + (1 - beta2) * grad**2
            change = m[i] / (1 - beta1**t) / (np.sqrt(v[i] / (1 - beta2**t)) + eps)
        out[i] = w[i] - lr * change
    return out, {"t": t, "m": m, "v": v}
