# expect: wrong_answer
# Forgets output_padding.
import numpy as np


def conv_transpose2d(x, w, stride=1, padding=0, output_padding=0):
    N, Cin, H, W = x.shape
    _, Cout, kh, kw = w.shape
    full = np.zeros((N, Cout, (H - 1) * stride + kh, (W - 1) * stride + kw))
    for i in range(H):
        for j in range(W):
            y0, x0 = i * stride, j * stride
            full[:, :, y0 : y0 + kh, x0 : x0 + kw] += np.tensordot(x[:, :, i, j], w, axes=(1, 0))
    Ho = (H - 1) * stride - 2 * padding + kh
    Wo = (W - 1) * stride - 2 * padding + kw
    return full[:, :, padding : padding + Ho, padding : padding + Wo]
