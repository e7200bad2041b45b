# expect: accepted
import torch


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    s = gamma * torch.rsqrt(var + eps)
    fused_w = torch.mm(torch.diag(s), w.reshape(w.size(0), -1)).view(w.size())
    fused_b = beta - mean * s
    if b is not None:
        fused_b = fused_b + b * s
    return fused_w, fused_b
