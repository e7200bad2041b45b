# expect: rejected
import torch
import torch.nn.functional as F


def conv_transpose2d(x, w, stride=1, padding=0, output_padding=0):
    return F.conv_transpose2d(torch.tensor(x), torch.tensor(w), None, stride, padding, output_padding).numpy()
