"""The formula, element by element."""

import math

import numpy as np


def sinusoidal_pe(n, d, scale=1.0):
    if n < 0 or d < 1:
        raise ValueError(f"n is {n} and d is {d}; n must be >= 0 and d >= 1")
    pe = np.zeros((n, d))
    for column in range(d):
        wave, frequency = (math.cos if column % 2 else math.sin), 10000.0 ** (2 * (column // 2) / d)
        pe[:, column] = [wave(scale * p / frequency) for p in range(n)]
    return pe
