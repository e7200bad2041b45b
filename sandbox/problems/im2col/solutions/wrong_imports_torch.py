# expect: rejected
import numpy as np
import torch


def im2col(x, kh, kw, stride=1, padding=0):
    return torch.nn.functional.unfold(torch.from_numpy(x), (kh, kw), padding=padding, stride=stride).numpy()
