# expect: wrong_answer
# dWh takes the state after the step.
import numpy as np


def rnn_forward_backward(xs, h0, Wx, Wh, b, dhs):
    T, B, D = xs.shape
    H = h0.shape[1]
    hs = np.zeros((T, B, H))
    h = h0
    for t in range(T):
        h = np.tanh(xs[t] @ Wx + h @ Wh + b)
        hs[t] = h
    dxs = np.zeros_like(xs)
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)
    dh_next = np.zeros_like(h0)
    for t in range(T - 1, -1, -1):
        prev = hs[t - 1] if t > 0 else h0
        dz = (dhs[t] + dh_next) * (1 - hs[t] ** 2)
        dxs[t] = dz @ Wx.T
        dWx += xs[t].T @ dz
        dWh += hs[t].T @ dz
        db += dz.sum(axis=0)
        dh_next = dz @ Wh.T
    return hs, {"dxs": dxs, "dh0": dh_next, "dWx": dWx, "dWh": dWh, "db": db}
