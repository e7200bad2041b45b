"""Oblong images and kernels, every mix of stride and padding, both dtypes, strides, channel errors, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape, dtype=np.float64):
        return rng.standard_normal(shape).astype(dtype)

    def case(name, x_shape, k_shape, stride=1, padding=0, dtype=np.float64, size=""):
        x, k = normal(*x_shape, dtype=dtype), normal(*k_shape, dtype=dtype)
        return Case.of(name, x=x, k=k, stride=stride, padding=padding, size=size)

    single = np.float32
    yield Case.of("default stride and padding", x=normal(2, 3, 6, 8), k=normal(4, 3, 2, 3))
    yield Case.of("positional", normal(2, 3, 7, 5), normal(4, 3, 3, 2), 2, 1)
    yield case("one by one kernel", (2, 5, 4, 3), (3, 5, 1, 1))
    yield case("one channel, one image", (1, 1, 5, 7), (1, 1, 3, 2))
    yield case("wide kernel", (2, 3, 6, 9), (4, 3, 1, 5))
    yield case("tall kernel, float32", (3, 2, 9, 5), (4, 2, 5, 1), dtype=single)
    yield case("kernel as large as the input", (2, 3, 4, 5), (4, 3, 4, 5))
    yield case("kernel as large as the padded input", (2, 3, 2, 3), (1, 3, 4, 5), stride=3, padding=1)
    yield case("padding", (2, 3, 5, 7), (4, 3, 3, 2), padding=2, dtype=single)
    yield case("padding wider than the kernel", (2, 4, 3, 5), (3, 4, 2, 1), padding=3)
    yield case("stride, nothing left over", (3, 2, 7, 9), (4, 2, 3, 3), stride=2)
    yield case("stride, rows and columns left over", (2, 3, 8, 10), (5, 3, 3, 2), stride=3)
    yield case("stride larger than the kernel", (2, 3, 9, 11), (4, 3, 1, 2), stride=4, padding=1)
    yield case("stride larger than the image", (2, 3, 4, 6), (5, 3, 2, 3), stride=9)
    yield case("stride and padding, float32", (3, 4, 11, 8), (2, 4, 3, 5), stride=2, padding=2, dtype=single)

    offset = normal(2, 3, 6, 7) + 1e4
    yield Case.of("large values", x=offset, k=normal(4, 3, 2, 2), stride=1, padding=1)
    yield Case.of(
        "not contiguous",
        x=normal(7, 3, 12, 2).transpose(3, 1, 2, 0)[:, :, ::2],  # (2, 3, 6, 7)
        k=normal(2, 3, 4, 3).swapaxes(0, 2),  # (4, 3, 2, 3)
    )
    yield Case.of(
        "not contiguous, float32",
        x=normal(2, 3, 7, 18, dtype=single)[:, :, :, ::2],  # (2, 3, 7, 9)
        k=normal(4, 3, 6, 4, dtype=single)[:, :, ::2, 1:],  # (4, 3, 3, 3)
        stride=2,
        padding=0,
    )

    yield case("k has too few channels", (2, 3, 5, 6), (4, 2, 3, 2))
    yield case("k has too many channels", (2, 3, 5, 6), (4, 5, 3, 2))
    yield case("k has one channel", (2, 3, 5, 6), (4, 1, 3, 2), padding=1)
    yield case("x has one channel", (2, 1, 5, 6), (4, 3, 3, 2), dtype=single)
    yield case(
        "large",
        (4, 32, 32, 32),
        (16, 32, 3, 3),
        padding=1,
        dtype=single,
        size="x (4, 32, 32, 32), k (16, 32, 3, 3)",
    )
