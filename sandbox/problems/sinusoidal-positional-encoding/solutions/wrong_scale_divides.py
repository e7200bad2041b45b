# expect: wrong_answer
# Divides positions by the scale.
import numpy as np


def sinusoidal_pe(n, d, scale=1.0):
    if n < 0 or d < 1:
        raise ValueError("n must be >= 0 and d >= 1")
    pos = np.arange(n)[:, None] / scale
    i = np.arange((d + 1) // 2)
    angle = pos / 10000 ** (2 * i / d)
    pe = np.zeros((n, d))
    pe[:, 0::2] = np.sin(angle)
    pe[:, 1::2] = np.cos(angle[:, : d // 2])
    return pe
