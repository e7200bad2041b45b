"""Ties in distance and in votes, odd labels, k from 1 to N and beyond, equal rows, no test rows, strides, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def case(name, rows, tests, columns, k, labels=(0, 1, 2), scale=1.0, size=""):
        X, new = rng.standard_normal((rows, columns)) * scale, rng.standard_normal((tests, columns)) * scale
        return Case.of(name, X_train=X, y_train=rng.choice(labels, rows), X_test=new, k=k, size=size)

    def grid(name, rows, tests, columns, k, labels=(0, 1, 2), extent=2):
        X, new = (rng.integers(-extent, extent + 1, (n, columns)).astype(np.float64) for n in (rows, tests))
        return Case.of(name, X_train=X, y_train=rng.choice(labels, rows), X_test=new, k=k)

    yield case("k = 1", 20, 8, 3, 1)
    yield case("k = 5", 40, 12, 2, 5)
    yield case("k 为偶数|even k", 30, 15, 2, 4, labels=(0, 1))
    yield case("k = N", 9, 5, 2, 9)
    yield case("一个训练样本|one training row", 1, 3, 2, 1, labels=(5,))
    yield case("一列|one column", 25, 9, 1, 3)
    yield case("负的、不连续的标签|negative labels with gaps", 40, 12, 3, 6, labels=(-7, -1, 4, 1000))
    yield case("很大的标签|huge labels", 20, 6, 2, 3, labels=(-(2**62), 2**62, 2**62 + 1))
    yield case("尺度很大|large scale", 30, 8, 4, 5, scale=1e6)
    # Each column counts in full, and the farthest column alone does not decide.
    X = rng.standard_normal((60, 6)) * np.array([1, 2, 1, 0.5, 1, 1])
    yield Case.of("列多|more columns", X_train=X, y_train=rng.integers(0, 3, 60), X_test=X[::5] + 0.3, k=7)
    X = rng.standard_normal((12, 3))
    y = np.array([4, 1, 1, 2, 4, 2, 1, 4, 2, 2, 1, 4])
    yield Case.of("测试样本就是训练样本|test rows are training rows", X_train=X, y_train=y, X_test=X.copy(), k=4)

    X = np.array([[0.0], [1.0], [1.5], [9.0], [10.0]])
    # The nearest label is outvoted; with weights 1 / d it would win.
    yield Case.of("近的被票数压过|outvoted by those farther", X, np.array([5, 2, 2, 2, 2]), np.array([[0.1]]), 3)
    yield Case.of("两票对两票|two votes each", X, np.array([9, 9, -3, -3, 0]), np.array([[0.2], [9.4]]), 4)
    yield Case.of("各一票，最小的最远|one vote each", X, np.array([8, 6, 4, 2, 1]), np.array([[0.0], [10.0]]), 3)
    corners = np.array([[1.0, 0], [0, 1], [-1, 0], [0, -1]])
    origin = np.zeros((1, 2))
    for k in (1, 2, 3):
        yield Case.of(f"四个等距，k = {k}|four at equal distance, k = {k}", corners, np.array([3, 1, 0, 0]), origin, k)
    yield Case.of("等距的顺序|order of ties", corners[::-1].copy(), np.array([7, 7, 2, 2]), origin, 3)
    yield grid("整数网格|integer grid", 60, 40, 2, 3)
    yield grid("整数网格，k 较大|integer grid, larger k", 80, 40, 2, 10, labels=(-2, 0, 1, 5))
    yield grid("只有三个点|three places only", 40, 10, 1, 7, extent=1)
    yield grid("坐标到 100|coordinates up to 100", 50, 20, 3, 5, extent=100)
    # More equal distances than the insertion sort of small arrays, which happens to be stable, takes.
    yield grid("大量等距|many ties", 400, 30, 2, 12, labels=range(12), extent=3)

    X, new = rng.standard_normal((40, 6))[::2, ::3], rng.standard_normal((2, 7)).T
    y = rng.integers(-3, 3, 60)[::3]
    yield Case.of("内存不连续|not contiguous", X_train=X, y_train=y, X_test=new, k=3)
    X, y, new = rng.standard_normal((6, 2)), rng.integers(0, 2, 6), rng.standard_normal((3, 2))
    yield Case.of("没有测试样本|no test rows", X_train=X, y_train=y, X_test=np.zeros((0, 2)), k=2)
    for k in (0, -1, 7):
        yield Case.of(f"k = {k}, N = 6", X_train=X, y_train=y, X_test=new, k=k)
        yield Case.of(f"没有测试样本，k = {k}|no test rows, k = {k}", X_train=X, y_train=y, X_test=new[:0], k=k)

    size = "N = 5000, M = 800, D = 32, k = 15"
    yield case("大数据|large", 5000, 800, 32, 15, labels=(-3, 0, 4, 8, 9), size=size)
