# expect: wrong_answer
# Equal values by column first.
import torch
import torch.nn.functional as F


def peaks(heat, topk=100, thr=0.0, kernel=3):
    c, h, w = heat.shape
    pooled = F.max_pool2d(heat[None], kernel, stride=1, padding=kernel // 2)[0]
    flat = heat.reshape(-1)
    index = torch.nonzero(((pooled == heat) & (heat > thr)).reshape(-1)).squeeze(1)
    order = torch.tensor(sorted(range(len(index)), key=lambda i: (-flat[index[i]].item(), (index[i] % w).item(), index[i].item()))[:topk], dtype=torch.int64)
    index = index[order]
    return flat[index], index // (h * w), index % (h * w) // w, index % w
