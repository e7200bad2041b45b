# expect: accepted
import numpy as np
import torch
import torch.nn.functional as F


class FocalLoss(torch.nn.Module):
    def __init__(self, alpha, gamma):
        super().__init__()
        self.alpha, self.gamma = alpha, gamma

    def forward(self, x, y):
        bce = F.binary_cross_entropy_with_logits(x, y, reduction="none")
        p = torch.sigmoid(x)
        pt = p * y + (1 - p) * (1 - y)
        weight = self.alpha * y + (1 - self.alpha) * (1 - y)
        return (weight * (1 - pt).pow(self.gamma) * bce).mean()


def focal_loss(logits, targets, alpha=0.25, gamma=2.0):
    if targets.size == 0:
        return 0.0
    x = torch.tensor(np.ascontiguousarray(logits))
    y = torch.tensor(np.ascontiguousarray(targets)).to(torch.float64)
    return float(FocalLoss(alpha, gamma)(x, y))
