# expect: wrong_answer
# Positions of a plateau are no peaks.
import torch
import torch.nn.functional as F


def peaks(heat, topk=100, thr=0.0, kernel=3):
    c, h, w = heat.shape
    pooled = F.max_pool2d(heat[None], kernel, stride=1, padding=kernel // 2)[0]
    second = F.unfold(F.pad(heat[:, None], [kernel // 2] * 4, value=-1e30), kernel).reshape(c, kernel * kernel, h, w)
    many = (second == heat[:, None]).sum(1) > 1
    pooled = pooled.masked_fill(many, torch.inf)
    flat = heat.reshape(-1)
    index = torch.nonzero(((pooled == heat) & (heat > thr)).reshape(-1)).squeeze(1)
    order = torch.sort(flat[index], descending=True, stable=True).indices[:topk]
    index = index[order]
    return flat[index], index // (h * w), index % (h * w) // w, index % w
