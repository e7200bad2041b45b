# expect: wrong_answer
# Without the ReLU.
import torch
from torch import nn
from torch.nn import functional as F


class SE(nn.Module):
    def __init__(self, c, r=4):
        super().__init__()
        h = max(c // r, 1)
        self.fc1 = nn.Linear(c, h)
        self.fc2 = nn.Linear(h, c)

    def forward(self, x):
        s = x.mean(dim=(2, 3))
        s = self.fc1(s)
        s = torch.sigmoid(self.fc2(s))
        return x * s[:, :, None, None]
