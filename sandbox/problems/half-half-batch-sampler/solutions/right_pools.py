# expect: accepted
import torch


class _Pool:
    """Hands out all of a set in random order, then begins anew. Sorts random numbers."""

    def __init__(self, first, size, generator):
        self.first, self.size, self.generator = first, size, generator
        self.left = []

    def take(self, count):
        taken = []
        while len(taken) < count:
            if not self.left:
                keys = torch.rand(self.size, generator=self.generator, dtype=torch.float64)
                self.left = (torch.argsort(keys) + self.first).tolist()
            taken.append(self.left.pop())
        return taken


class HalfHalfBatchSampler(torch.utils.data.Sampler):
    def __init__(self, n_a, n_b, batch_size=16, drop_last=False, generator=None):
        super().__init__()
        if batch_size % 2 or batch_size <= 0 or min(n_a, n_b) <= 0:
            raise ValueError(f"cannot sample {batch_size} of {n_a} and {n_b}")
        self.n_a, self.n_b, self.h = n_a, n_b, batch_size // 2
        self.drop_last, self.generator = drop_last, generator

    def __len__(self):
        whole, rest = divmod(max(self.n_a, self.n_b), self.h)
        return whole + int(rest > 0 and not self.drop_last)

    def __iter__(self):
        pool_b = _Pool(self.n_a, self.n_b, self.generator)
        pool_a = _Pool(0, self.n_a, self.generator)
        batches = []
        for _ in range(len(self)):
            batches.append(pool_a.take(self.h) + pool_b.take(self.h))
        return iter(batches)
