# expect: accepted
import numpy as np
import torch
import torch.nn.functional as F


def box_sum(x, r):
    h, w = x.shape
    s = F.pad(x, (r + 1, r, r + 1, r)).cumsum(0).cumsum(1)
    k = 2 * r + 1
    return s[k:, k:] - s[:h, k:] - s[k:, :w] + s[:h, :w]


def guided_filter(I, p, r, eps):
    I, p = torch.tensor(np.array(I)), torch.tensor(np.array(p))
    n = box_sum(torch.ones_like(I), r)
    stack = [box_sum(t, r) / n for t in (I, p, I * p, I * I)]
    a = (stack[2] - stack[0] * stack[1]) / (stack[3] - stack[0] ** 2 + eps)
    b = stack[1] - a * stack[0]
    return (box_sum(a, r) / n * I + box_sum(b, r) / n).numpy()
