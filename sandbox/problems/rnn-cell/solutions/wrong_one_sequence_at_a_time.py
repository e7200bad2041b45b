# expect: time_limit
# Loops over the batch too.
import numpy as np


def rnn_forward_backward(xs, h0, Wx, Wh, b, dhs):
    T, B, D = xs.shape
    hs = np.zeros(dhs.shape)
    grads = {"dxs": np.zeros(xs.shape), "dh0": np.zeros(h0.shape), "dWx": np.zeros(Wx.shape), "dWh": np.zeros(Wh.shape),
             "db": np.zeros(b.shape)}
    for n in range(B):
        for t in range(T):
            before = hs[t - 1, n] if t else h0[n]
            hs[t, n] = np.tanh(xs[t, n] @ Wx + before @ Wh + b)
        flow = np.zeros(h0.shape[1])
        for t in reversed(range(T)):
            before = hs[t - 1, n] if t else h0[n]
            dz = (dhs[t, n] + flow) * (1 - hs[t, n] ** 2)
            grads["dxs"][t, n] = Wx @ dz
            grads["dWx"] += np.outer(xs[t, n], dz)
            grads["dWh"] += np.outer(before, dz)
            grads["db"] += dz
            flow = Wh @ dz
        grads["dh0"][n] = flow
    return hs, grads
