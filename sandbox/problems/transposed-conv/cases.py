"""Kernels wider and narrower than the stride, every padding, output_padding with and without padding (then what it adds
is not empty); channels and sides that differ; strides; size.
"""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape):
        return rng.standard_normal(shape)

    # (N, Cin, H, W), (Cout, kh, kw), stride, padding, output_padding
    settings = [
        ((2, 3, 4, 5), (2, 3, 2), 1, 0, 0),
        ((1, 2, 3, 6), (4, 2, 3), 2, 0, 0),
        ((2, 1, 5, 3), (3, 3, 4), 2, 1, 0),
        ((1, 3, 4, 6), (2, 4, 3), 2, 1, 1),
        ((2, 2, 3, 5), (1, 3, 5), 3, 1, 2),
        ((1, 2, 3, 4), (3, 3, 2), 3, 0, 2),
        ((1, 3, 4, 5), (2, 2, 3), 2, 0, 1),
        ((2, 2, 4, 3), (3, 1, 2), 3, 0, 0),  # gaps that nothing reaches
        ((1, 2, 5, 4), (2, 1, 1), 4, 0, 3),
        ((1, 2, 4, 6), (3, 2, 1), 3, 1, 1),
        ((1, 2, 5, 6), (2, 3, 4), 1, 1, 0),
        ((1, 1, 4, 7), (2, 3, 5), 1, 2, 0),
        ((1, 2, 6, 5), (1, 5, 4), 2, 3, 1),
        ((2, 3, 5, 6), (2, 2, 3), 1, 2, 0),  # more is cut off than one kernel covers
        ((1, 2, 1, 1), (3, 4, 5), 5, 0, 0),
        ((1, 2, 1, 4), (2, 4, 3), 2, 1, 1),
        ((3, 1, 2, 3), (1, 1, 1), 1, 0, 0),
        ((1, 4, 3, 5), (4, 3, 2), 2, 1, 0),  # as many channels out as in
        ((1, 1, 2, 3), (1, 7, 6), 4, 2, 3),
    ]
    for x_shape, (channels, kernel_height, kernel_width), stride, padding, output_padding in settings:
        w = normal(x_shape[1], channels, kernel_height, kernel_width)
        name = f"x {x_shape}, kernel {kernel_height} x {kernel_width}, {stride}/{padding}/{output_padding}"
        yield Case.of(name, normal(*x_shape), w, stride, padding, output_padding)
    yield Case.of("defaults", x=normal(1, 2, 3, 4), w=normal(2, 3, 2, 3))
    yield Case.of("by name", x=normal(1, 2, 4, 3), w=normal(2, 3, 3, 2), output_padding=1, padding=1, stride=2)

    single = np.zeros((1, 1, 3, 4))
    single[0, 0, 1, 2] = 1.0
    yield Case.of("one pixel shows the kernel", single, np.arange(1.0, 7.0).reshape(1, 1, 2, 3), 2)
    ones = np.ones((1, 1, 3, 4))
    yield Case.of("counts of contributions", ones, np.ones((1, 1, 4, 3)), 2, 1, 1)
    yield Case.of("large values", normal(1, 2, 3, 4) * 1e7, normal(2, 2, 3, 2) * 1e3, 2, 1)

    x = normal(4, 6, 8, 5)[::2, ::-2, ::3, ::-1]
    w = normal(4, 6, 2, 3).transpose(3, 0, 2, 1)[:, ::2]
    yield Case.of("not contiguous", x, w, 2, 1, 1)
    yield Case.of(
        "channels last", normal(1, 3, 4, 2).transpose(0, 3, 1, 2), normal(3, 4, 2, 5).transpose(2, 3, 0, 1), 3
    )

    yield Case.of("large", normal(2, 6, 12, 11), normal(6, 5, 4, 4), 2, 1, size="x (2, 6, 12, 11), w (6, 5, 4, 4)")
