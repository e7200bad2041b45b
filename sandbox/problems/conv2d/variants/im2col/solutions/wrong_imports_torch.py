# expect: rejected
import numpy as np
import torch
import torch.nn.functional as F


def conv2d(x, k, stride=1, padding=0):
    return F.conv2d(torch.from_numpy(x), torch.from_numpy(k), stride=stride, padding=padding).numpy()
