# expect: wrong_answer
# Reflects at the border.
import numpy as np


def box(x, r):
    k = 2 * r + 1
    s = np.pad(np.pad(x, r, mode="reflect"), ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    return (s[k:, k:] - s[:-k, k:] - s[k:, :-k] + s[:-k, :-k]) / k**2


def guided_filter(I, p, r, eps):
    mI, mp = box(I, r), box(p, r)
    a = (box(I * p, r) - mI * mp) / (box(I * I, r) - mI * mI + eps)
    b = mp - a * mI
    return box(a, r) * I + box(b, r)
