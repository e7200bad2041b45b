# expect: accepted
import numpy as np
import torch


class Assigner:
    INF = float("inf")

    def __init__(self, boxes, labels):
        # A box nobody can take stands in for the background.
        self.boxes = torch.cat([torch.tensor(np.array(boxes)), torch.zeros(1, 4, dtype=torch.float64)])
        self.labels = torch.cat([torch.tensor(np.array(labels)), torch.tensor([-1])])

    def __call__(self, points, lo, hi):
        xy = torch.tensor(np.array(points))[:, None]
        d = torch.cat([xy - self.boxes[None, :, :2], self.boxes[None, :, 2:] - xy], dim=-1)
        top = d.amax(-1)
        ok = (d.amin(-1) > 0) & (top >= lo) & (top <= hi)
        wh = self.boxes[:, 2:] - self.boxes[:, :2]
        area = torch.where(ok, (wh[:, 0] * wh[:, 1]).expand_as(top), torch.full_like(top, self.INF))
        area[:, -1] = 1e300
        order = torch.sort(area, dim=1, stable=True).indices[:, 0]
        picked = d[torch.arange(len(d)), order] * (self.labels[order] >= 0)[:, None]
        return self.labels[order].numpy(), picked.numpy() + 0.0


def fcos_assign(points, boxes, labels, lo, hi):
    if len(points) == 0:
        return np.zeros(0, np.int64), np.zeros((0, 4))
    return Assigner(boxes, labels)(points, lo, hi)
