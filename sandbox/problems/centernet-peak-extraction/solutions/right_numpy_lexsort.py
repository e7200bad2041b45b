# expect: accepted
import numpy as np
import torch
from torch import nn


def peaks(heat, topk=100, thr=0.0, kernel=3):
    pool = nn.MaxPool2d(kernel, 1, kernel // 2)
    kept = torch.where(pool(heat.unsqueeze(0)).squeeze(0) == heat, heat, torch.zeros_like(heat)).numpy()
    cls, ys, xs = np.nonzero(kept > thr)
    scores = kept[cls, ys, xs]
    order = np.lexsort((xs, ys, cls, -scores))[:topk]
    return tuple(torch.from_numpy(column[order]) for column in (scores, cls, ys, xs))
