# expect: wrong_answer
# Cuts first and appends zeros.
import numpy as np


def conv_transpose2d(x, w, stride=1, padding=0, output_padding=0):
    N, Cin, H, W = x.shape
    _, Cout, kh, kw = w.shape
    full = np.zeros((N, Cout, (H - 1) * stride + kh + output_padding, (W - 1) * stride + kw + output_padding))
    for i in range(H):
        for j in range(W):
            y0, x0 = i * stride, j * stride
            full[:, :, y0 : y0 + kh, x0 : x0 + kw] += np.tensordot(x[:, :, i, j], w, axes=(1, 0))
    Ho = (H - 1) * stride - 2 * padding + kh + output_padding
    Wo = (W - 1) * stride - 2 * padding + kw + output_padding
    kept = full[:, :, padding : padding + Ho - output_padding, padding : padding + Wo - output_padding]
    return np.pad(kept, ((0, 0), (0, 0), (0, output_padding), (0, output_padding)))
