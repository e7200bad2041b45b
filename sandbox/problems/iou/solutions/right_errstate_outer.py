# expect: accepted
import numpy as np


def overlap(low_a, high_a, low_b, high_b):
    length = np.minimum.outer(high_a, high_b) - np.maximum.outer(low_a, low_b)
    length[length < 0] = 0
    return length


def iou(a, b):
    ax1, ay1, ax2, ay2 = a.T
    bx1, by1, bx2, by2 = b.T
    inter = overlap(ax1, ax2, bx1, bx2) * overlap(ay1, ay2, by1, by2)
    union = np.add.outer((ax2 - ax1) * (ay2 - ay1), (bx2 - bx1) * (by2 - by1)) - inter
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nan_to_num(inter / union, nan=0.0)
