"""Overlapping and separate windows, unused rows and columns, padding, both dtypes, odd memory layouts, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def columns(shape, kh, kw, stride, padding, dtype=np.float64):
        images, channels, height, width = shape
        places = ((height + 2 * padding - kh) // stride + 1) * ((width + 2 * padding - kw) // stride + 1)
        return rng.standard_normal((images, channels * kh * kw, places)).astype(dtype)

    def case(name, shape, kh, kw, stride=1, padding=0, dtype=np.float64, size=""):
        named = {"H": shape[2], "W": shape[3], "kh": kh, "kw": kw, "stride": stride, "padding": padding}
        return Case.of(name, cols=columns(shape, kh, kw, stride, padding, dtype), size=size, **named)

    single = np.float32
    yield Case.of("默认步长和补零|default stride and padding", columns((2, 3, 5, 7), 3, 2, 1, 0), 5, 7, 3, 2)
    yield Case.of("按位置传参|positional", columns((2, 3, 8, 6), 2, 3, 2, 1), 8, 6, 2, 3, 2, 1)
    yield case("1×1 核|one by one kernel", (2, 3, 4, 5), 1, 1)
    yield case("1×1 核，步长 2|one by one kernel, stride 2", (2, 3, 4, 5), 1, 1, stride=2)
    yield case("窗口不重叠|windows side by side", (2, 3, 6, 8), 3, 2, stride=3)
    yield case("宽核|wide kernel", (2, 3, 5, 9), 1, 4)
    yield case("高核，float32|tall kernel, float32", (3, 2, 9, 5), 5, 1, dtype=single)
    yield case("核和输入一样大|kernel as large as the input", (2, 4, 3, 5), 3, 5)
    yield case("补零，float32|padding, float32", (2, 3, 5, 4), 3, 2, padding=2, dtype=single)
    yield case("补零比核宽|padding wider than the kernel", (2, 2, 3, 5), 2, 1, padding=3)
    yield case("步长正好|stride without a rest", (2, 3, 7, 9), 3, 3, stride=2)
    yield case("有用不到的行列|unused rows and columns", (2, 3, 8, 10), 3, 2, stride=3)
    yield case("步长大于核|stride larger than the kernel", (2, 3, 9, 11), 1, 2, stride=4, padding=1)
    yield case("步长和补零，float32|stride and padding, float32", (3, 4, 11, 8), 3, 5, 2, 2, dtype=single)
    cols = columns((2, 3, 6, 7), 3, 2, 1, 0).transpose(2, 1, 0).copy().transpose(2, 1, 0)
    yield Case.of("内存不连续|not contiguous", cols=cols, H=6, W=7, kh=3, kw=2, stride=1, padding=0)
    size = "x (8, 64, 64, 64) float32"
    yield case("大输入|large", (8, 64, 64, 64), 2, 1, dtype=single, size=size)
