from collections.abc import Iterator

import torch
from torch.utils.data import Sampler


class HalfHalfBatchSampler(Sampler):
    def __init__(
        self,
        n_a: int,
        n_b: int,
        batch_size: int = 16,
        drop_last: bool = False,
        generator: torch.Generator | None = None,
    ) -> None:
        ...

    def __iter__(self) -> Iterator[list[int]]:
        ...

    def __len__(self) -> int:
        ...
