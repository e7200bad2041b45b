# expect: accepted
import torch
from torch.nn.functional import max_pool2d


def peaks(heat, topk=100, thr=0.0, kernel=3):
    maxima = max_pool2d(heat.unsqueeze(1), (kernel, kernel), stride=(1, 1), padding=kernel // 2).squeeze(1)
    cls, ys, xs = torch.where(heat.eq(maxima).logical_and(heat.gt(thr)))
    scores = heat[cls, ys, xs]
    order = torch.argsort(-scores, stable=True)
    order = order[: min(topk, order.numel())]
    return scores[order], cls[order], ys[order], xs[order]
