# expect: wrong_answer
# Accepts a width of 0.
import numpy as np


def sinusoidal_pe(n, d, scale=1.0):
    pos = scale * np.arange(n)[:, None]
    i = np.arange((d + 1) // 2)
    angle = pos / 10000 ** (2 * i / d)
    pe = np.zeros((n, d))
    pe[:, 0::2] = np.sin(angle)
    pe[:, 1::2] = np.cos(angle[:, : d // 2])
    return pe
