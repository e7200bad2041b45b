"""All three pieces and both kinks, in both dtypes; shapes without elements; extreme values; strides; size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    for dtype in (np.float64, np.float32):
        name = np.dtype(dtype).name

        def numbers(*shape, dtype=dtype):
            return rng.uniform(-5, 5, shape).astype(dtype)

        yield Case.of(f"{name}, one dimension", numbers(11))
        yield Case.of(f"{name}, by name", x=numbers(2, 3, 5, 4))
        kinks = np.array([-3, 3, -3, 0, 3, -2.75, 2.75, -3.25, 3.25, -1.5, 1.5], dtype=dtype)
        yield Case.of(f"{name}, kinks", kinks)
        yield Case.of(f"{name}, only the lower kink", np.full((2, 3), -3, dtype=dtype))
        yield Case.of(f"{name}, only the upper kink", np.full((3, 1), 3, dtype=dtype))
        yield Case.of(f"{name}, middle piece", np.linspace(-2.9, 2.9, 59).astype(dtype))
        yield Case.of(f"{name}, all below", np.array([-3.5, -10, -1e3, -1e6], dtype=dtype))
        yield Case.of(f"{name}, all above", np.array([[3.5, 10], [1e3, 1e6], [6, 7]], dtype=dtype))
        yield Case.of(f"{name}, extreme and tiny", np.array([1e6, -1e6, 1e-6, -1e-6, 0, 123456.5], dtype=dtype))
        yield Case.of(f"{name}, zeros", np.zeros((2, 5), dtype=dtype))
        yield Case.of(f"{name}, no elements", np.zeros(0, dtype=dtype))
        yield Case.of(f"{name}, no elements, three dimensions", np.zeros((3, 0, 2), dtype=dtype))
        yield Case.of(f"{name}, one element", np.array([[[0.75]]], dtype=dtype))
        yield Case.of(f"{name}, strided", numbers(8, 9)[::2, ::-3])
        yield Case.of(f"{name}, transposed", numbers(3, 4, 5).transpose(2, 0, 1))

    yield Case.of("large", rng.standard_normal((200, 500)).astype(np.float32) * 3, size="100000 elements")
