# expect: rejected
import torch
import torch.nn.functional as F


def upsample_bilinear(x, out_h, out_w, align_corners=False):
    if out_h < 1 or out_w < 1:
        raise ValueError
    return F.interpolate(torch.tensor(x), size=(out_h, out_w), mode="bilinear", align_corners=align_corners).numpy()
