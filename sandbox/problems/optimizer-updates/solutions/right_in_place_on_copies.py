# expect: accepted
import numpy as np


def optimizer_step(method, w, g, state, lr, momentum=0.9, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    known = ("sgd", "momentum", "adam")
    if method not in known:
        raise ValueError(method)
    w, g = w.copy(), g.copy()
    new = {key: value.copy() if isinstance(value, np.ndarray) else value for key, value in state.items()}
    if weight_decay:
        g += weight_decay * w
    if method == known[0]:
        w -= lr * g
    elif method == known[1]:
        buffer = new.setdefault("buffer", np.zeros(w.shape))
        buffer *= momentum
        buffer += g
        w -= lr * buffer
    else:
        count = new["count"] = new.get("count", 0) + 1
        average = new.setdefault("average", np.zeros(w.shape))
        squares = new.setdefault("squares", np.zeros(w.shape))
        average += (1 - beta1) * (g - average)
        squares += (1 - beta2) * (g * g - squares)
        bias1, bias2 = 1 - beta1**count, 1 - beta2**count
        w -= lr / bias1 * average / (squares**0.5 / bias2**0.5 + eps)
    return w, new
