# expect: wrong_answer
# Differences are not exact enough, and slow.
import numpy as np


def numeric(f, v, h=1e-4):
    grad = np.zeros_like(v)
    for i in np.ndindex(v.shape):
        up, down = v.copy(), v.copy()
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


def mlp_forward_backward(x, W1, b1, W2, b2, dy, activation="relu"):
    if activation not in ("relu", "sigmoid"):
        raise ValueError(activation)

    def forward(x, W1, b1, W2, b2):
        z = x @ W1 + b1
        a = np.maximum(z, 0) if activation == "relu" else 0.5 * (1 + np.tanh(z / 2))
        return a @ W2 + b2

    values = [x, W1, b1, W2, b2]
    grads = {}
    for place, name in enumerate(("dx", "dW1", "db1", "dW2", "db2")):

        def loss(v):
            return np.sum(forward(*values[:place], v, *values[place + 1 :]) * dy)

        grads[name] = numeric(loss, values[place])
    return forward(*values), grads
