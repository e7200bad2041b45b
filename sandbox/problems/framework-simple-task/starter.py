import torch
from torch import nn


class Classifier(nn.Module):
    def __init__(self, in_dim: int, hidden: int, num_classes: int, dropout: float = 0.0) -> None:
        super().__init__()
        ...

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        # (N, in_dim) -> (N, num_classes)
        ...

    def fit(
        self,
        X: torch.Tensor,
        y: torch.Tensor,
        epochs: int,
        lr: float,
        batch_size: int,
        generator: torch.Generator | None = None,
    ) -> list[float]:
        ...

    def predict(self, X: torch.Tensor) -> torch.Tensor:
        # (N, in_dim) -> (N,) int64
        ...
