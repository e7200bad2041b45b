# expect: wrong_answer
# Only the bias gradients are means.
import numpy as np


def sigmoid(z):
    out = np.empty_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out


def mlp_forward_backward(x, W1, b1, W2, b2, dy, activation="relu"):
    z = x @ W1 + b1
    if activation == "relu":
        a = np.maximum(z, 0)
        d = (z > 0).astype(np.float64)
    elif activation == "sigmoid":
        a = sigmoid(z)
        d = a * (1 - a)
    else:
        raise ValueError("unknown activation")
    y = a @ W2 + b2

    dW2 = a.T @ dy
    db2 = dy.mean(axis=0)
    da = dy @ W2.T
    dz = da * d
    dW1 = x.T @ dz
    db1 = dz.mean(axis=0)
    dx = dz @ W1.T
    return y, {"dx": dx, "dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
