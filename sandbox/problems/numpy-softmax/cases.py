"""Every axis, both dtypes, huge values with maxima far apart, -inf, empty axes, strides, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape, dtype=np.float64, scale=1.0):
        return (rng.standard_normal(shape) * scale).astype(dtype)

    single = np.float32
    yield Case.of("default axis", x=normal(3, 5))
    yield Case.of("one dimension", x=normal(7), axis=0)
    yield Case.of("one dimension, float32", normal(6, dtype=single), -1)
    yield Case.of("axis 0", x=normal(4, 6), axis=0)
    yield Case.of("axis 0, float32", x=normal(5, 3, dtype=single), axis=0)
    yield Case.of("middle axis", x=normal(2, 5, 3), axis=1)
    yield Case.of("negative axis", x=normal(3, 4, 2, 5, dtype=single), axis=-3)
    yield Case.of("first axis of four, by a negative number", x=normal(3, 4, 2, 5), axis=-4)
    yield Case.of("length 1", x=normal(4, 1), axis=1)
    yield Case.of("equal values", x=np.full((3, 8), 2.5, dtype=single), axis=1)

    yield Case.of("large, float32", x=rng.uniform(-1e4, 1e4, (6, 9)).astype(single), axis=1)
    yield Case.of("all negative and large", x=normal(4, 5, dtype=single) - np.float32(9e3), axis=0)
    # A maximum taken over everything would leave most slices without a single positive exponential.
    levels = np.array([-9e3, 0, 800, 9e3], dtype=single)
    yield Case.of("maxima far apart, float32", x=levels[:, None] + normal(4, 7, dtype=single), axis=1)
    yield Case.of("maxima far apart, axis 0", x=(levels[:, None] + normal(4, 7, dtype=single)).T.copy(), axis=0)
    yield Case.of("just above the range of exp", x=normal(3, 6) + np.array([[710.0], [-750], [0]]), axis=1)
    enormous = rng.uniform(-1, 1, (4, 5)) * 1e300
    enormous[1] = enormous[1, 0]
    enormous[2] = -1e300
    enormous[3, :2] = [1e300, -1e300]
    yield Case.of("1e300", x=enormous, axis=1)
    # Near-ties at a large offset: the result needs the full precision of float64.
    yield Case.of("offset 1e5", x=normal(5, 6) + 1e5, axis=1)

    masked = normal(4, 6)
    masked[rng.random((4, 6)) < 0.5] = -np.inf
    masked[np.arange(4), rng.integers(0, 6, 4)] = 0.3
    yield Case.of("-inf", x=masked, axis=1)
    yield Case.of("-inf, float32, axis 0", x=masked.T.astype(single), axis=0)
    lonely = np.full((3, 5), -np.inf)
    lonely[:, 2] = [-1e300, 0, 1e300]
    yield Case.of("one finite entry each", x=lonely, axis=1)

    yield Case.of("empty", x=np.zeros((0, 4)), axis=1)
    yield Case.of("empty, float32", x=np.zeros((3, 5, 0), dtype=single), axis=1)
    yield Case.of("not contiguous", x=normal(6, 10)[::2, ::3], axis=0)
    yield Case.of("transposed", x=normal(3, 4, 5, dtype=single).transpose(2, 0, 1), axis=2)

    rows = 2_000_000
    long = rng.standard_normal((rows, 5), dtype=single)
    yield Case.of("two million rows", x=long, axis=-1, size=f"x ({rows}, 5) float32")
