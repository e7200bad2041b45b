# expect: accepted
import numpy as np


def mlp_forward_backward(x, W1, b1, W2, b2, dy, activation="relu"):
    """Biases as one more row of the weights; the batch in blocks."""
    if activation == "relu":
        act = lambda z: (z * (z > 0), 1.0 * (z > 0))
    elif activation == "sigmoid":

        def act(z):
            e = np.exp(-abs(z))
            a = np.where(z < 0, e, 1) / (1 + e)
            return a, a * (1 - a)
    else:
        raise ValueError("activation")
    V1, V2 = np.vstack([W1, b1]), np.vstack([W2, b2])
    G1, G2 = np.zeros_like(V1), np.zeros_like(V2)
    ys, dxs = [], []
    for at in range(0, len(x), 100):
        part = slice(at, at + 100)
        one = np.ones((len(x[part]), 1))
        xs = np.hstack([x[part], one])
        a, slope = act(xs.dot(V1))
        h = np.hstack([a, one])
        ys.append(h.dot(V2))
        G2 += h.T.dot(dy[part])
        delta = dy[part].dot(W2.T) * slope
        G1 += xs.T.dot(delta)
        dxs.append(delta.dot(W1.T))
    grads = dict(dW1=G1[:-1], db1=G1[-1], dW2=G2[:-1], db2=G2[-1], dx=np.concatenate(dxs))
    return np.concatenate(ys), grads
