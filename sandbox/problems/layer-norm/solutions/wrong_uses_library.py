# expect: rejected
import torch.nn as nn
import torch.nn.functional as F


class LayerNorm(nn.Module):
    def __init__(self, normalized_shape, eps=1e-5, elementwise_affine=True):
        super().__init__()
        self.inner = getattr(nn, "LayerNorm")(normalized_shape, eps, elementwise_affine)

    def forward(self, x):
        return self.inner(x)
