# expect: rejected
import torch
from torchvision.ops import box_iou


def iou(a, b):
    return box_iou(torch.from_numpy(a), torch.from_numpy(b)).numpy()
