# expect: rejected
# Uses the pooling that is forbidden.
import torch
import torch.nn.functional as F


def guided_filter(I, p, r, eps):
    I, p = torch.tensor(I)[None, None], torch.tensor(p)[None, None]
    mean = lambda x: F.avg_pool2d(x, 2 * r + 1, 1, r, count_include_pad=False)
    mI, mp = mean(I), mean(p)
    a = (mean(I * p) - mI * mp) / (mean(I * I) - mI * mI + eps)
    return (mean(a) * I + mean(mp - a * mI))[0, 0].numpy()
