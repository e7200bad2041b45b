# expect: accepted
from collections.abc import Iterator
from itertools import chain, islice

import torch
import torch.utils.data


class HalfHalfBatchSampler(torch.utils.data.Sampler[list[int]]):
    """Draws a seed from the generator for each epoch, and all of the epoch from that."""

    def __init__(
        self,
        n_a: int,
        n_b: int,
        batch_size: int = 16,
        drop_last: bool = False,
        generator: torch.Generator | None = None,
    ) -> None:
        for name, value, least in (("n_a", n_a, 1), ("n_b", n_b, 1), ("batch_size", batch_size, 2)):
            if value < least:
                raise ValueError(f"{name} must be at least {least}")
        if batch_size & 1:
            raise ValueError("batch_size must be even")
        self.n_a, self.n_b, self.batch_size, self.drop_last = n_a, n_b, batch_size, drop_last
        self.generator = generator

    def __iter__(self) -> Iterator[list[int]]:
        seed = int(torch.randint(0, 2**62, (), generator=self.generator))
        generator = torch.Generator()
        generator.manual_seed(seed)

        def rounds(first, size):
            while True:
                yield ((torch.randperm(size, generator=generator)) + first).tolist()

        a = chain.from_iterable(rounds(0, self.n_a))
        b = chain.from_iterable(rounds(self.n_a, self.n_b))
        h = self.batch_size // 2
        return ([*islice(a, h), *islice(b, h)] for _ in range(len(self)))

    def __len__(self) -> int:
        h = self.batch_size // 2
        n = max(self.n_a, self.n_b)
        return n // h + (0 if self.drop_last or n % h == 0 else 1)
