"""What gathering patches gets wrong: order of axes, oblong kernels, strides, padding; and a size for it."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def case(name, x_shape, k_shape, stride=1, padding=0, dtype=np.float64, size=""):
        x, k = (rng.standard_normal(shape).astype(dtype) for shape in (x_shape, k_shape))
        return Case.of(name, x=x, k=k, stride=stride, padding=padding, size=size)

    single = np.float32
    yield case("1×1 卷积核|one by one kernel", (2, 5, 4, 3), (3, 5, 1, 1))
    yield case("宽卷积核|wide kernel", (2, 3, 6, 9), (4, 3, 1, 5))
    yield case("高卷积核|tall kernel", (3, 2, 9, 5), (4, 2, 5, 1), dtype=single)
    yield case("卷积核和输入一样大|kernel as large as the input", (2, 3, 4, 5), (4, 3, 4, 5))
    yield case("补零|padding", (2, 3, 5, 7), (4, 3, 3, 2), padding=2, dtype=single)
    yield case("步长有余数|stride with a rest", (2, 3, 8, 10), (5, 3, 3, 2), stride=3)
    yield case("步长和补零|stride and padding", (3, 4, 11, 8), (2, 4, 3, 5), stride=2, padding=2)
    x = rng.standard_normal((7, 3, 12, 2)).transpose(3, 1, 2, 0)[:, :, ::2]  # (2, 3, 6, 7)
    k = rng.standard_normal((2, 3, 4, 3)).swapaxes(0, 2)  # (4, 3, 2, 3)
    yield Case.of("内存不连续|not contiguous", x=x, k=k)
    yield case("通道数不同|channels differ", (2, 3, 5, 6), (4, 1, 3, 2))
    size = "x (8, 8, 80, 72), k (32, 8, 3, 3)"
    yield case("大输入|large", (8, 8, 80, 72), (32, 8, 3, 3), padding=1, dtype=single, size=size)
