"""One centre and as many as points, repeated points, draws at the ends, groups far apart, strides, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def case(name, rows, columns, count, scale=1.0, size=""):
        X = rng.standard_normal((rows, columns)) * scale
        return Case.of(name, X=X, draws=rng.random(count), size=size)

    yield case("一个中心|one centre", 12, 3, 1)
    yield case("两个中心|two centres", 15, 2, 2)
    for number in range(3):
        yield case(f"五个中心，第 {number + 1} 组|five centres, set {number + 1}", 40, 2, 5)
    yield case("一列|one column", 30, 1, 8)
    yield case("每个点都选|every point", 9, 2, 9)
    yield case("尺度很小|small scale", 25, 2, 6, scale=1e-6)
    yield Case.of("抽到 0|draws of 0", X=rng.standard_normal((20, 2)), draws=np.array([0.0, 0.0, 0.0, 0.7, 0.0]))
    X = np.repeat(rng.integers(-9, 10, (5, 2)), 4, axis=0).astype(np.float64)
    yield Case.of("重复的点|repeated points", X=X, draws=np.array([0.01, 0.31, 0.77, 0.0]))
    yield Case.of(
        "中心比不同的点多|more centres than places", X=np.repeat([[1.0], [4.0]], 3, axis=0), draws=rng.random(6)
    )
    yield Case.of("所有点相同|all points equal", X=np.full((7, 2), 0.5), draws=rng.random(4))
    yield Case.of("一个点|one point", X=np.array([[2.0, 3.0]]), draws=np.array([0.99, 0.4]))
    # Draws by plain distance, or by the distance to the last centre alone, end up elsewhere.
    groups = np.repeat([[0.0, 0], [100, 0], [0, 300], [80, 80]], 10, axis=0) + rng.standard_normal((40, 2))
    yield Case.of("相距很远的几组|groups far apart", X=groups, draws=rng.random(6))
    X = rng.standard_normal((60, 6))[::2, ::3]
    yield Case.of("内存不连续|not contiguous", X=X, draws=rng.random(10)[::2])
    yield case("大数据|large", 20_000, 8, 60, size="N = 20000, D = 8, k = 60")
