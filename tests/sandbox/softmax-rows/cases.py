"""Both precisions, memory layouts, empty axes, values that overflow without a shift; never square."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape, dtype=np.float64, scale=1.0):
        return (rng.standard_normal(shape) * scale).astype(dtype)

    yield Case.of("two dimensions", x=normal(3, 5))
    yield Case.of("one dimension, float32", x=normal(7, dtype=np.float32))
    yield Case.of("three dimensions", x=normal(2, 3, 4))
    yield Case.of("not contiguous", x=normal(4, 10)[:, ::2])
    yield Case.of("transposed, float32", x=normal(5, 3, dtype=np.float32).T)
    yield Case.of("no rows", x=np.zeros((0, 4)))
    yield Case.of("no columns, float32", x=np.zeros((3, 0), dtype=np.float32))
    yield Case.of("one column", x=normal(4, 1))
    levels = np.array([[-2000.0], [0.0], [2000.0]])
    yield Case.of("rows far apart", x=levels + normal(3, 6))
    yield Case.of("large, float32", x=normal(3, 8, dtype=np.float32, scale=1e4))
    masked = normal(4, 6)
    masked[:, 1] = -np.inf
    yield Case.of("-inf", x=masked)
    yield Case.of("largest", x=normal(300, 200), size="x (300, 200)")
