"""Permutations one after another until there are enough entries, cut into halves of batches."""

import torch


class HalfHalfBatchSampler(torch.utils.data.Sampler):
    def __init__(self, n_a, n_b, batch_size=16, drop_last=False, generator=None):
        if batch_size < 2 or batch_size % 2:
            raise ValueError(f"batch_size is {batch_size}, not even and at least 2")
        if n_a < 1 or n_b < 1:
            raise ValueError(f"both sets need an element, n_a is {n_a} and n_b is {n_b}")
        self.sizes = (n_a, n_b)
        self.half, self.drop_last, self.generator = batch_size // 2, drop_last, generator

    def __len__(self):
        longest = max(self.sizes)
        return longest // self.half if self.drop_last else -(-longest // self.half)

    def __iter__(self):
        entries = len(self) * self.half
        halves = []
        for size, first in zip(self.sizes, (0, self.sizes[0]), strict=True):
            rounds = [torch.randperm(size, generator=self.generator) for _ in range(-(-entries // size))]
            stream = torch.cat(rounds) if rounds else torch.empty(0, dtype=torch.int64)
            halves.append((stream[:entries] + first).reshape(len(self), self.half))
        yield from torch.cat(halves, dim=1).tolist()
