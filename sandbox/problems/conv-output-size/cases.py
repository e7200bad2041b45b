"""Layers of known networks, every argument left out, kernels that just fit or just don't, and huge inputs."""

from sandbox.case import Case

HUGE = 10**18


def cases(rng):
    def some(count, *bounds):
        return [[int(rng.integers(low, high + 1)) for low, high in bounds] for _ in range(count)]

    yield Case.batch(
        "stride, padding and dilation left out", [args[: 2 + i % 4] for i, args in enumerate(fitting(rng, 60))]
    )
    yield Case.batch(
        "known layers", [[224, 7, 2, 3], [227, 11, 4], [112, 3, 2, 1], [56, 1, 2], [55, 3, 2], [299, 3, 2]]
    )
    yield Case.batch("the kernel fits exactly once", [[k, k, s] for k in range(1, 8) for s in (1, 2, 3)])
    yield Case.batch("the rest is rounded down", [[h, 3, 4, 0] for h in range(3, 20)])
    yield Case.batch("padding on both sides", [[5, 3, 1, p] for p in range(6)])
    yield Case.batch("dilation", [[30, k, 1, 0, d] for k in (1, 2, 3, 5) for d in range(1, 7)])
    yield Case.batch("kernels of 1", [[h, 1, s, p, d] for h, s, p, d in some(30, (1, 9), (1, 4), (0, 2), (1, 6))])
    yield Case.batch("input of 1", [[1, k, s, p, d] for k, s, p, d in some(60, (1, 5), (1, 4), (0, 6), (1, 3))])
    yield Case.of("one too large", 4, 5)
    yield Case.of("far too large", 3, 50, 10, 2, 6)
    yield Case.of("too large through dilation", 6, 3, 1, 0, 3)
    yield Case.of("too large in spite of padding, stride 3", 1, 6, 3, 2)
    yield Case.batch("large enough through padding", [[1, 5, 1, 2], [1, 3, 7, 1], [2, 4, 2, 1, 1], [8, 40, 2, 20]])
    yield Case.batch(
        "around the limit",
        [[k + e, k, s, p, d] for e, k, s, p, d in some(150, (-6, 6), (7, 12), (1, 10), (0, 3), (1, 2))],
    )
    yield Case.batch("300 random ones", some(300, (1, 40), (1, 12), (1, 10), (0, 8), (1, 4)))
    yield Case.batch("bounds", some(60, (1, 400), (40, 50), (8, 10), (15, 20), (5, 6)))
    huge = [[HUGE - e, k, s, p, d] for e, k, s, p, d in some(60, (0, 10**6), (1, 50), (1, 10), (0, 20), (1, 6))]
    yield Case.batch("inputs near 10**18", [[HUGE, 1], [HUGE, 3, 2, 1], [HUGE - 1, 3, 3], [HUGE, 50, 10, 20, 6], *huge])
    yield Case.batch("inputs near 2**53", [[2**53 + e, k, s] for e, k, s in some(60, (-3, 60), (1, 9), (1, 10))])


def fitting(rng, count):
    """Arguments with an output even without padding."""
    found = []
    while len(found) < count:
        k, d = int(rng.integers(1, 6)), int(rng.integers(1, 4))
        found.append([int(rng.integers(d * (k - 1) + 1, 40)), k, int(rng.integers(1, 5)), int(rng.integers(0, 4)), d])
    return found
