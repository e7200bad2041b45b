# expect: rejected
import torch
from torchvision.ops import sigmoid_focal_loss


def focal_loss(logits, targets, alpha=0.25, gamma=2.0):
    x, y = torch.tensor(logits), torch.tensor(targets).double()
    return float(sigmoid_focal_loss(x, y, alpha, gamma, reduction="mean"))
