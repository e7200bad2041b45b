# expect: accepted
import torch
from torch import nn


def conv3x3(x, layer):
    n, _, h, w = x.shape
    columns = nn.functional.unfold(x, 3, padding=1)  # (N, C*9, H*W)
    y = layer.weight.flatten(1) @ columns + layer.bias[:, None]
    return y.view(n, -1, h, w)


class SmallCNN(nn.Module):
    def __init__(self, in_channels=3, num_classes=10):
        super().__init__()
        layers = {
            "conv1": nn.Conv2d(in_channels, 16, 3, padding="same"),
            "conv2": nn.Conv2d(16, 32, 3, padding="same"),
            "fc": nn.Linear(32, num_classes),
        }
        for name, layer in layers.items():
            self.add_module(name, layer)

    def forward(self, x):
        y = torch.clamp_min(conv3x3(x, self.conv1), 0)
        h, w = y.shape[2] // 2, y.shape[3] // 2
        y = y[..., : 2 * h, : 2 * w]
        top = torch.maximum(y[..., 0::2, 0::2], y[..., 0::2, 1::2])
        bottom = torch.maximum(y[..., 1::2, 0::2], y[..., 1::2, 1::2])
        y = torch.clamp_min(conv3x3(torch.maximum(top, bottom), self.conv2), 0)
        return y.sum(dim=(2, 3)) / (h * w) @ self.fc.weight.t() + self.fc.bias
