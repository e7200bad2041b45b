"""Oblong images of distinct values, every kind of dtype, no images at all, patches that do not fit."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def image(*shape, dtype=np.int64):
        return rng.permutation(int(np.prod(shape))).reshape(shape).astype(dtype)

    yield Case.of("a row of patches", image(1, 1, 2, 6), 2)
    yield Case.of("a column of patches", image(1, 1, 6, 2), 2)
    yield Case.of("by name", img=image(2, 3, 4, 6), p=2)
    yield Case.of("float32, p = 3", image(2, 3, 6, 9, dtype=np.float32), 3)
    yield Case.of("two channels, p = 3", image(3, 2, 9, 3), 3)
    yield Case.of("square image", image(2, 3, 8, 8), 4)
    yield Case.of("everything four", image(4, 4, 4, 4), 2)
    yield Case.of("p = 1", image(2, 3, 4, 5), 1)
    yield Case.of("one patch", image(2, 3, 4, 4), 4)
    yield Case.of("one pixel", image(3, 5, 1, 1), 1)
    yield Case.of("tall", image(1, 3, 12, 4), 4)
    yield Case.of("wide", image(1, 3, 4, 12), 4)
    yield Case.of("many channels", image(2, 7, 4, 2), 2)
    yield Case.of("float64", rng.standard_normal((2, 3, 4, 8)), 4)
    yield Case.of("float16", image(1, 3, 4, 6, dtype=np.float16), 2)
    yield Case.of("uint8", rng.integers(0, 256, (2, 3, 6, 4), dtype=np.uint8), 2)
    yield Case.of("int8", rng.integers(-128, 128, (2, 3, 4, 6), dtype=np.int8), 2)
    # Neither float32 nor float64 holds all of these.
    big = rng.integers(2**53, 2**62, (2, 2, 4, 6)) | 1
    yield Case.of("large int64", big, 2)
    yield Case.of("int32", rng.integers(2**24, 2**31, (1, 3, 4, 2), dtype=np.int32) | np.int32(1), 2)
    yield Case.of("no images", np.zeros((0, 3, 4, 6), dtype=np.float32), 2)
    yield Case.of("no images, p = 3", np.zeros((0, 1, 3, 6)), 3)
    yield Case.of("channels last in memory", image(2, 4, 6, 3).transpose(0, 3, 1, 2), 2)
    yield Case.of("strided", image(2, 3, 8, 18, dtype=np.float32)[:, :, ::2, ::3], 2)
    yield Case.of("transposed", image(3, 2, 6, 4).transpose(1, 0, 3, 2), 2)

    for p in (0, -1, -2):
        yield Case.of(f"p = {p}", image(2, 3, 4, 6), p)
    yield Case.of("p does not divide H", image(1, 3, 5, 6), 3)
    yield Case.of("p does not divide W", image(1, 3, 6, 5), 3)
    yield Case.of("p divides H * W only", image(1, 2, 2, 8), 4)
    yield Case.of("p divides neither, p*p divides the image", image(4, 4, 6, 6), 4)
    yield Case.of("p larger than the image", image(1, 3, 2, 4), 8)
    yield Case.of("no images, p does not divide", np.zeros((0, 3, 5, 5)), 2)
    yield Case.of("large", rng.random((4, 3, 192, 224), dtype=np.float32), 16, size="img (4, 3, 192, 224), p = 16")
