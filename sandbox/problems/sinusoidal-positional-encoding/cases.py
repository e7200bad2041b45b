"""Even and odd widths, no positions, scales on both sides of 1, many positions, arguments out of range."""

from sandbox.case import Case


def cases(rng):
    for n, d in ((1, 2), (3, 4), (7, 6), (5, 16), (16, 5), (1, 1), (4, 1), (6, 3), (3, 7), (9, 9), (8, 8)):
        yield Case.of(f"n = {n}, d = {d}", n, d)
    n, d = rng.integers(3, 20, 2).tolist()
    yield Case.of("by name", n=n, d=d, scale=1.0)
    for scale in (0.5, 0.75, 2.0, 1 / 3, 1e-3, 37.0, 1):
        yield Case.of(f"scale = {scale:.3g}, d = 6", 11, 6, scale)
    yield Case.of("odd width with a scale", n=12, d=11, scale=196 / 784)
    yield Case.of("random scale", n, d, float(rng.uniform(0.1, 3)))
    yield Case.of("no positions", 0, 4)
    yield Case.of("no positions, width 1", 0, 1)
    yield Case.of("no positions, odd width, scale", n=0, d=5, scale=0.5)
    yield Case.of("many positions", 2048, 5)
    yield Case.of("many positions, interpolated", 2048, 4, 0.25)
    yield Case.of("wide", 3, 512)
    yield Case.of("wide and odd", 4, 511, 1.5)
    for n, d in ((-1, 4), (4, 0), (3, -2), (0, 0), (-2, 0), (-1, 3), (-3, -3)):
        yield Case.of(f"n = {n}, d = {d}", n, d)
    yield Case.of("width 0 by name", n=2, d=0, scale=2.0)
    yield Case.of("large", 600, 192, 0.5, size="n = 600, d = 192")
