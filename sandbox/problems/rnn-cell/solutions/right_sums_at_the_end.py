# expect: accepted
import numpy as np


def rnn_forward_backward(xs, h0, Wx, Wh, b, dhs):
    hs = np.empty(dhs.shape)
    inputs = xs @ Wx + b
    last = h0
    for t, z in enumerate(inputs):
        last = hs[t] = np.tanh(z + last @ Wh)
    dz = np.empty_like(hs)
    flow = 0.0
    for t in reversed(range(len(hs))):
        dz[t] = (dhs[t] + flow) * (1.0 - np.square(hs[t]))
        flow = dz[t].dot(Wh.T)
    before = np.concatenate([h0[None], hs[:-1]])
    grads = dict(
        dxs=np.einsum("tbh,dh->tbd", dz, Wx),
        dh0=flow,
        dWx=np.einsum("tbd,tbh->dh", xs, dz, optimize=True),
        dWh=np.tensordot(before, dz, axes=([0, 1], [0, 1])),
        db=dz.sum((0, 1)),
    )
    return hs, grads
