# expect: time_limit
# Right, but sample by sample and unit by unit.
import numpy as np


def mlp_forward_backward(x, W1, b1, W2, b2, dy, activation="relu"):
    if activation not in ("relu", "sigmoid"):
        raise ValueError(activation)
    B, D = x.shape
    H, O = W2.shape
    y = np.zeros((B, O))
    g = {
        "dx": np.zeros_like(x),
        "dW1": np.zeros_like(W1),
        "db1": np.zeros(H),
        "dW2": np.zeros_like(W2),
        "db2": np.zeros(O),
    }
    for n in range(B):
        for h in range(H):
            z = sum(x[n, i] * W1[i, h] for i in range(D)) + b1[h]
            if activation == "relu":
                a, d = max(z, 0.0), float(z > 0)
            else:
                a = 0.5 * (1 + np.tanh(z / 2))
                d = a * (1 - a)
            y[n] += a * W2[h]
            g["dW2"][h] += a * dy[n]
            dz = (dy[n] * W2[h]).sum() * d
            g["dW1"][:, h] += x[n] * dz
            g["db1"][h] += dz
            g["dx"][n] += dz * W1[:, h]
        y[n] += b2
        g["db2"] += dy[n]
    return y, g
