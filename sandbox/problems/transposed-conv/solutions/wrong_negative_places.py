# expect: wrong_answer
# Writes into the cut output: negative places count from the far end.
import numpy as np


def conv_transpose2d(x, w, stride=1, padding=0, output_padding=0):
    N, Cin, H, W = x.shape
    _, Cout, kh, kw = w.shape
    Ho = (H - 1) * stride - 2 * padding + kh + output_padding
    Wo = (W - 1) * stride - 2 * padding + kw + output_padding
    full = np.zeros((N, Cout, Ho, Wo))
    for i in range(H):
        for j in range(W):
            for a in range(kh):
                for b in range(kw):
                    row, column = i * stride - padding + a, j * stride - padding + b
                    if row < Ho and column < Wo:
                        full[:, :, row, column] += x[:, :, i, j] @ w[:, :, a, b]
    return full
