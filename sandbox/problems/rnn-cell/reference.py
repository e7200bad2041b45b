"""The chain rule, one step at a time."""

import numpy as np


def rnn_forward_backward(xs, h0, Wx, Wh, b, dhs):
    states = [h0]
    for x in xs:
        states.append(np.tanh(x @ Wx + states[-1] @ Wh + b))
    dxs, dWx, dWh, db = (np.zeros(array.shape) for array in (xs, Wx, Wh, b))
    dh = np.zeros(h0.shape)
    for t in reversed(range(len(xs))):
        dz = (dhs[t] + dh) * (1 - states[t + 1] ** 2)  # before the tanh, (B, H)
        dWx += xs[t].T @ dz
        dWh += states[t].T @ dz
        db += dz.sum(axis=0)
        dxs[t] = dz @ Wx.T
        dh = dz @ Wh.T
    return np.stack(states[1:]), {"dxs": dxs, "dh0": dh, "dWx": dWx, "dWh": dWh, "db": db}
