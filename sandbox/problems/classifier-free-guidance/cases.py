"""Scales as numbers and arrays, batches as wide as they are long, constant samples, both dtypes, no samples.

float32 values are multiples of 1/64, so that every order of operations gives the same guidance exactly.
"""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def pair(*shape, dtype=np.float64):
        if dtype == np.float32:
            return [(rng.integers(-200, 201, shape) / 64).astype(dtype) for _ in range(2)]
        return [rng.standard_normal(shape) for _ in range(2)]

    def scales(count):
        return rng.integers(-8, 40, count) / 4

    single = np.float32
    for s in (0.0, 1.0, 7.5, -1.5, 0.25):
        yield Case.of(f"s = {s}", *pair(2, 5), s)
    u, c = pair(3, 2, 4)
    yield Case.of("by name", eps_uncond=u, eps_cond=c, scale=3.0, rescale=0.0)
    yield Case.of("images in float32", *pair(2, 3, 4, 5, dtype=single), 7.5)
    yield Case.of("one sample", *pair(1, 6), 2.5)
    same = pair(2, 4)[0]
    yield Case.of("equal predictions", same, same.copy(), 9.0)

    yield Case.of("one scale a sample", *pair(3, 5), scales(3))
    yield Case.of("as wide as long", *pair(4, 4), scales(4))
    yield Case.of("a cube", *pair(3, 3, 3), scales(3), 0.5)
    yield Case.of("four dimensions, scale array", *pair(2, 3, 4, 2), scales(2), 0.3)
    yield Case.of("five dimensions, scale array", *pair(2, 3, 2, 4, 2), scales(2), 1.0)
    yield Case.of("scale array of one", *pair(1, 4), scales(1))
    yield Case.of("scales 0 and 1", *pair(4, 3), np.array([0.0, 1.0, 1.0, 0.0]))
    yield Case.of("scale array, float32", *pair(3, 7, dtype=single), scales(3))
    yield Case.of("scale array, float32, rescaled", *pair(5, 2, 3, dtype=single), scales(5), 0.75)
    yield Case.of("scale array not contiguous", *pair(4, 3), scales(12)[::3], 0.2)

    for phi in (0.25, 0.7, 1.0):
        yield Case.of(f"phi = {phi}", *pair(3, 2, 3), 7.5, phi)
    yield Case.of("phi = 1, float32", *pair(3, 2, 3, 4, dtype=single), 7.5, 1.0)
    yield Case.of("phi = 0.7, s = 1", *pair(3, 5), 1.0, 0.7)
    # Samples far from zero mean and of different spread: each has its own factor, which acts on the mean as well.
    spread = np.array([0.01, 1.0, 30.0])[:, None, None]
    u, c = pair(3, 2, 5)
    yield Case.of("samples of different spread", u * spread + 2.0, c * spread + 3.0, 4.0, 0.6)
    yield Case.of("channels of different spread", u * spread[:2, 0], c * spread[1:, 0], 4.0, 1.0)
    yield Case.of("one element a sample", *pair(4, 1), 3.0, 0.5)

    whole = rng.integers(-9, 10, (3, 4)) / 2.0
    constant = np.full((3, 4), 1.5)
    yield Case.of("out constant, c is not", constant, whole, 0.0, 0.8)
    yield Case.of("out constant by guidance", 2 * whole - 3.0, whole, 2.0, 1.0)
    yield Case.of("out constant, float32", (2 * whole + 1).astype(single), whole.astype(single), 2.0, 0.5)
    yield Case.of("c constant, out is not", whole, constant, 3.0, 0.6)
    yield Case.of("everything constant", constant, constant * 3, 5.0, 0.9)
    yield Case.of("some samples constant", constant, whole, np.array([0.0, 2.0, 0.0]), 0.4)

    yield Case.of("no samples", *pair(0, 4), 7.5)
    yield Case.of("no samples, rescaled", *pair(0, 3, 2, dtype=single), 7.5, 0.7)
    yield Case.of("no samples, scale array", *pair(0, 3), np.zeros(0), 0.7)

    u, c = pair(6, 8, 4)
    yield Case.of("strided", u[::2, 1::2], c[::2, ::2], 5.0, 0.5)
    u, c = pair(5, 3, dtype=single)
    yield Case.of("transposed", u.T, c.T, scales(3), 0.5)
    yield Case.of("large", *pair(8, 4, 32, 32, dtype=single), scales(8), 0.7, size="(8, 4, 32, 32)")
