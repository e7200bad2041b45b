# expect: wrong_answer
# A batch is shuffled once more.
import math

import torch
from torch.utils.data import Sampler


class HalfHalfBatchSampler(Sampler):
    def __init__(self, n_a, n_b, batch_size=16, drop_last=False, generator=None):
        if batch_size < 2 or batch_size % 2 != 0:
            raise ValueError("batch_size must be even and at least 2")
        if n_a < 1 or n_b < 1:
            raise ValueError("both data sets need samples")
        self.n_a, self.n_b = n_a, n_b
        self.half = batch_size // 2
        self.drop_last = drop_last
        self.generator = generator

    def _endless(self, n, offset):
        while True:
            for index in torch.randperm(n, generator=self.generator).tolist():
                yield index + offset

    def __iter__(self):
        a, b = self._endless(self.n_a, 0), self._endless(self.n_b, self.n_a)
        for _ in range(len(self)):
            batch = [next(a) for _ in range(self.half)]
            batch += [next(b) for _ in range(self.half)]
            yield [batch[i] for i in torch.randperm(len(batch), generator=self.generator).tolist()]

    def __len__(self):
        longest = max(self.n_a, self.n_b)
        return longest // self.half if self.drop_last else math.ceil(longest / self.half)
