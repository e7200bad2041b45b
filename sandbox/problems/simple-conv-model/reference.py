"""The steps one by one, pooling and averaging as a largest value and a mean over explicit axes, in float64."""

from torch import nn
from torch.nn import functional


class SmallCNN(nn.Module):
    def __init__(self, in_channels=3, num_classes=10):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, 16, 3, padding=1)
        self.conv2 = nn.Conv2d(16, 32, 3, padding=1)
        self.fc = nn.Linear(32, num_classes)

    def forward(self, x):
        y = convolved(x.double(), self.conv1)
        n, channels, height, width = y.shape
        y = y[:, :, : height // 2 * 2, : width // 2 * 2]
        y = y.reshape(n, channels, height // 2, 2, width // 2, 2).amax(dim=(3, 5))
        y = convolved(y, self.conv2).mean(dim=(2, 3))
        return (y @ self.fc.weight.double().T + self.fc.bias.double()).to(x.dtype)


def convolved(x, layer):
    return functional.conv2d(x, layer.weight.double(), layer.bias.double(), padding=1).clamp(min=0)
