"""Oblong images and kernels, strides with and without a rest, padding, both dtypes, odd memory layouts, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape, dtype=np.float64):
        return rng.standard_normal(shape).astype(dtype)

    def case(name, shape, kh, kw, stride=1, padding=0, dtype=np.float64, size=""):
        x = normal(*shape, dtype=dtype)
        return Case.of(name, x=x, kh=kh, kw=kw, stride=stride, padding=padding, size=size)

    single = np.float32
    yield Case.of("默认步长和补零|default stride and padding", x=normal(2, 3, 5, 7), kh=3, kw=2)
    yield Case.of("按位置传参|positional", normal(2, 3, 8, 6), 2, 3, 2, 1)
    yield case("1×1 核|one by one kernel", (2, 3, 4, 5), 1, 1)
    yield case("1×1 核，步长 2|one by one kernel, stride 2", (2, 3, 4, 5), 1, 1, stride=2)
    yield case("单图单通道|one image, one channel", (1, 1, 4, 6), 2, 3)
    yield case("宽核|wide kernel", (2, 3, 5, 9), 1, 4)
    yield case("高核，float32|tall kernel, float32", (3, 2, 9, 5), 5, 1, dtype=single)
    yield case("核和输入一样大|kernel as large as the input", (2, 4, 3, 5), 3, 5)
    yield case("核和补零后一样大|kernel as large as the padded input", (2, 3, 1, 2), 5, 6, stride=3, padding=2)
    yield case("补零，float32|padding, float32", (2, 3, 5, 4), 3, 2, padding=2, dtype=single)
    yield case("补零比核宽|padding wider than the kernel", (2, 2, 3, 5), 2, 1, padding=3)
    yield case("步长正好|stride without a rest", (2, 3, 7, 9), 3, 3, stride=2)
    yield case("步长有余数|stride with a rest", (2, 3, 8, 10), 3, 2, stride=3)
    yield case("一个方向有余数|a rest in one direction", (2, 3, 9, 6), 3, 2, stride=2)
    yield case("步长大于核|stride larger than the kernel", (2, 3, 9, 11), 1, 2, stride=4, padding=1)
    yield case("步长大于图|stride larger than the image", (3, 2, 4, 6), 2, 3, stride=9)
    yield case("步长和补零，float32|stride and padding, float32", (3, 4, 11, 8), 3, 5, 2, 2, dtype=single)
    yield case("很扁的图|flat image", (2, 3, 1, 13), 1, 4, stride=3)
    x = normal(7, 3, 12, 2).transpose(3, 1, 2, 0)[:, :, ::2]  # (2, 3, 6, 7)
    yield Case.of("内存不连续|not contiguous", x=x, kh=3, kw=2, stride=2)
    x = normal(2, 3, 7, 18, dtype=single)[:, :, ::-1, ::2]  # (2, 3, 7, 9)
    yield Case.of("倒着的行，float32|reversed rows, float32", x=x, kh=2, kw=4, stride=1, padding=1)
    x = np.full((2, 2, 4, 5), 1e300)
    x[0, :, 1::2] = -1e-300
    x[1, 0, 2] = np.inf
    yield Case.of("极大极小的值|extreme values", x=x, kh=3, kw=2, stride=1, padding=1)
    yield case("大输入|large", (16, 64, 64, 64), 2, 1, dtype=single, size="x (16, 64, 64, 64) float32")
