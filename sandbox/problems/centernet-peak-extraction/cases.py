"""Plateaus and many ties, thresholds hit exactly, windows larger than the map, no peak, more and fewer than topk."""

import torch

from sandbox.case import Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def smooth(*shape, dtype=torch.float32):
        """No two values are equal."""
        return torch.rand(shape, generator=generator, dtype=dtype)

    def coarse(levels, *shape, dtype=torch.float32, low=0):
        """Multiples of 1/8, hence exact in both dtypes, and thresholds can be hit exactly."""
        return torch.randint(low, levels, shape, generator=generator).to(dtype) / 8

    double = torch.float64
    yield Case.of("one class", smooth(1, 6, 9), 5)
    yield Case.of("defaults", smooth(3, 7, 5))
    yield Case.of("defaults, hundreds of peaks", smooth(9, 24, 20))
    yield Case.of("by name, float64", heat=smooth(2, 8, 5, dtype=double), topk=7, thr=0.5, kernel=3)
    yield Case.of("several classes", smooth(5, 4, 6), 12)
    yield Case.of("more than topk", smooth(4, 12, 10), 3)
    yield Case.of("topk 1", smooth(3, 5, 8), 1)
    yield Case.of("fewer than topk", smooth(2, 4, 5), 500)
    yield Case.of("flat map", torch.full((2, 3, 4), 0.5), 30)
    yield Case.of("flat map, cut off", torch.full((3, 5, 7), 0.25, dtype=double), 40)
    for levels in (2, 3, 5):
        yield Case.of(f"ties, {levels} levels", coarse(levels, 3, 6, 9), 25)
    yield Case.of("hundreds of ties, cut off", coarse(3, 4, 17, 13), 90)
    yield Case.of("hundreds of ties", coarse(4, 4, 17, 13, dtype=double), 1000, 0.125, 5)
    yield Case.of("thr is hit exactly", coarse(7, 3, 6, 5), 60, 0.5)
    yield Case.of("thr is hit exactly, float64", coarse(7, 2, 6, 9, dtype=double), 60, 0.25)
    yield Case.of("no peak above thr", coarse(5, 2, 6, 5), 10, 0.5)
    yield Case.of("no peak: zeros", torch.zeros(2, 4, 5, dtype=double), 10)
    yield Case.of("no peak: negative values", -smooth(2, 4, 5) - 0.5, 10)
    yield Case.of("logits of both signs", torch.randn(3, 6, 8, generator=generator, dtype=double) * 3, 20)
    yield Case.of("large values", smooth(2, 5, 7, dtype=double) * 1e9, 20, 1e8)
    # A sigmoid of well-separated peaks: the thresholds of practice.
    yield Case.of("thr 0.3", torch.sigmoid(torch.randn(4, 9, 7, generator=generator) * 3), 15, 0.3)
    for kernel in (1, 5, 7, 15):
        yield Case.of(f"kernel {kernel}", smooth(3, 9, 11), 50, 0.0, kernel)
    yield Case.of("kernel 5 with ties", coarse(5, 3, 9, 8), 50, 0.0, 5)
    yield Case.of("kernel 1 with ties", coarse(3, 2, 4, 7), 30, 0.125, 1)
    # The window of the other classes: the same places win in all of them.
    yield Case.of("classes scaled", smooth(1, 5, 6) * torch.tensor([1.0, 0.5, 2.0])[:, None, None], 20)
    yield Case.of("one row", smooth(3, 1, 9), 20)
    yield Case.of("one column", smooth(2, 8, 1, dtype=double), 20)
    yield Case.of("one position", smooth(1, 1, 1), 20)
    yield Case.of("one position each", smooth(7, 1, 1), 5)
    corners = torch.zeros(2, 4, 6)
    corners[:, ::3, ::5] = 0.875
    yield Case.of("corners", corners, 20)
    yield Case.of("large", smooth(10, 48, 40), 100, 0.1, size="heat (10, 48, 40)")
