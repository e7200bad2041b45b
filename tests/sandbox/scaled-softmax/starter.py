from torch import nn


class ScaledSoftmax(nn.Module): ...
