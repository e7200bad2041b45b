# expect: accepted
import numpy as np


def conv_transpose2d(x, w, stride=1, padding=0, output_padding=0):
    N, Cin, H, W = x.shape
    Cout, kh, kw = w.shape[1:]
    extra = output_padding
    canvas = np.zeros((N, Cout, (H - 1) * stride + kh + extra, (W - 1) * stride + kw + extra))
    for a in range(kh):
        for b in range(kw):
            part = np.moveaxis(np.tensordot(w[:, :, a, b], x, axes=(0, 1)), 0, 1)
            canvas[:, :, a : a + H * stride : stride, b : b + W * stride : stride][:, :, :H, :W] += part
    stop = lambda size: size - padding
    return canvas[:, :, padding : stop(canvas.shape[2]), padding : stop(canvas.shape[3])]
