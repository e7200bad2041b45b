import torch


class ScaledSoftmax(torch.nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.scale = torch.nn.Parameter(torch.ones(dim))

    def forward(self, x):
        return torch.softmax(x * self.scale, dim=-1)
