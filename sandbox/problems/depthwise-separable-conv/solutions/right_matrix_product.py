# expect: accepted
import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self, in_channels: int, out_channels: int, kernel_size: int = 3, stride: int = 1) -> None:
        super().__init__()
        self.stride = stride
        self.depthwise = nn.Conv2d(in_channels, in_channels, kernel_size, groups=in_channels, bias=False)
        self.pointwise = nn.Conv2d(in_channels, out_channels, 1, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        k = self.depthwise.kernel_size[0]
        y = F.conv2d(x, self.depthwise.weight, stride=self.stride, padding=k // 2, groups=x.shape[1])
        mixed = self.pointwise.weight.flatten(1) @ y.flatten(2)
        return mixed.reshape(x.shape[0], -1, *y.shape[2:])


def test() -> None:
    def check(condition: bool, message: str) -> None:
        if not condition:
            raise AssertionError(message)

    for in_channels, out_channels, k, stride in [(3, 8, 3, 1), (2, 5, 5, 2), (4, 4, 3, 3)]:
        model = Net(in_channels=in_channels, out_channels=out_channels, kernel_size=k, stride=stride).eval()
        with torch.no_grad():
            out = model(torch.rand(2, in_channels, 9, 11))
        height, width = ((side + 2 * (k // 2) - k) // stride + 1 for side in (9, 11))
        check(tuple(out.shape) == (2, out_channels, height, width), f"shape {tuple(out.shape)}")
        count = sum(p.numel() for p in model.parameters())
        check(count == in_channels * k * k + in_channels * out_channels, f"{count} parameters")
