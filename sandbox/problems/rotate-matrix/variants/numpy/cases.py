"""Every small shape, dtypes, views of every kind, shapes that are not two axes, and size."""

import numpy as np

from sandbox.case import Call, Case


def cases(rng):
    def numbers(*shape):
        return rng.integers(-99, 100, shape)

    yield Case("小矩阵|small shapes", tuple(Call([numbers(m, n)]) for m in range(1, 5) for n in range(1, 5)))
    yield Case("没有元素|no elements", tuple(Call([np.zeros(shape)]) for shape in ((0, 0), (0, 3), (4, 0))))
    yield Case("一行和一列|a row, a column", (Call([numbers(1, 7)]), Call([numbers(7, 1)])))
    kinds = ("int8", "uint8", "int64", "uint64", "float16", "float32", "float64", "bool")
    yield Case("各种 dtype|dtypes", tuple(Call([numbers(3, 5).astype(kind)]) for kind in kinds))
    special = np.array([[np.nan, np.inf, -0.0], [-np.inf, 1.5, 2.5]])
    yield Case.of("nan 和 inf|nan and inf", special)
    base = numbers(9, 8)
    views = base[::2], base[:, ::-1], base.T, base[1:5, 2:7], np.asfortranarray(base), base[::-3, 1::2]
    yield Case("不连续|not contiguous", tuple(Call([view]) for view in views))
    yield Case("全部相等|all equal", (Call([np.full((4, 6), 3)]), Call([np.ones((5, 2), bool)])))
    yield Case("接着再转|four times", tuple(Call([np.rot90(base, k)]) for k in range(4)))
    shapes = ((), (4,), (2, 3, 4), (1, 1, 1), (0,))
    yield Case("不是二维|not two axes", tuple(Call([np.zeros(shape)]) for shape in shapes))
    yield Case.of("大矩阵|large", rng.integers(-128, 128, (3000, 4000), np.int8), size="(3000, 4000)")
