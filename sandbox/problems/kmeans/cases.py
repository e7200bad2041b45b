"""Few and many iterations, ties, empty and equal centres, more centres than points, tiny scales, strides, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def case(name, rows, columns, count, iterations, scale=1.0, size=""):
        X = rng.standard_normal((rows, columns)) * scale
        centers = rng.standard_normal((count, columns)) * scale
        return Case.of(name, X=X, init_centers=centers, max_iters=iterations, size=size)

    def blobs(rows, columns, count):
        places = rng.uniform(-10, 10, (count, columns))
        return places[rng.integers(0, count, rows)] + rng.standard_normal((rows, columns))

    X = blobs(60, 2, 3)
    yield Case.of("默认 max_iters|default max_iters", X=X, init_centers=X[:3].copy())
    yield Case.of("按位置传参|positional", X, X[[5, 20, 41, 7]], 7)
    yield case("0 次迭代|no iteration", 20, 3, 4, 0)
    for count in (1, 2, 3):
        yield case(f"迭代 {count} 次|{count} iterations", 50, 3, 6, count)
    yield case("一个中心|one centre", 30, 4, 1, 10)
    yield case("一个点|one point", 1, 3, 2, 5)
    yield case("一列|one column", 80, 1, 7, 100)
    X = rng.standard_normal((9, 2))
    yield Case.of("每个点一个中心|a centre for each point", X=X, init_centers=X[::-1].copy(), max_iters=10)
    # Starts far from all points: the whole set first goes to one of them.
    centers = np.array([[50.0, 50.0], [60.0, 70.0], [-90.0, 80.0], [0.1, 0.2]])
    yield Case.of("空的中心留在原地|empty centres stay", X=blobs(40, 2, 2) / 5, init_centers=centers, max_iters=20)
    centers = np.array([[1e3, 0.0, 0.0], [-1e3, 0.0, 0.0], [0.0, 0.0, 0.0]])
    yield Case.of("第一个中心是空的|the first centre is empty", blobs(30, 3, 3), centers, 6)
    # Loses its only point on the way, when its neighbours have moved.
    X = np.array([[0.0], [0.4], [5.0], [5.3], [9.0], [2.0]])
    yield Case.of("中途变空|emptied on the way", X, np.array([[0.3], [2.2], [2.9], [30.0]]), 30)
    X = np.repeat(np.array([[1.0, 2.0], [4.0, -1.0]]), 4, axis=0)
    centers = np.array([[0.0, 0.0], [1.0, 2.0], [5.0, 5.0], [4.0, 0.0], [4.0, 0.0]])
    yield Case.of("中心比不同的点多|more centres than places", X=X, init_centers=centers, max_iters=8)
    X = rng.integers(-100, 101, (40, 3)).astype(np.float64)
    yield Case.of("中心两两相同|equal centres", X=X, init_centers=X[[3, 3, 8, 8, 3]], max_iters=15)

    grid = rng.integers(-3, 4, (70, 2)).astype(np.float64)
    centers = rng.integers(-3, 4, (6, 2)).astype(np.float64)
    yield Case.of("整数网格，等距|integer grid with ties", X=grid, init_centers=centers, max_iters=0)
    # Points half way between the two centres.
    X = np.array([[-4.0], [0], [4], [-6], [6], [-2], [2], [0]])
    for count in (0, 1, 2):
        centers = np.array([[4.0], [-4.0]])
        yield Case.of(f"中点，迭代 {count} 次|half way, {count} iterations", X=X, init_centers=centers, max_iters=count)
    X = np.array([[0.0, 0], [0, 2], [2, 0], [2, 2], [1, 1], [1, 1], [1, 1], [1, 1]])
    yield Case.of("对称|symmetric", X=X, init_centers=np.array([[3.0, 1], [1, 3], [-1, 1]]), max_iters=1)

    # Whatever tolerance a solution has for centres that hardly move, these move by less.
    yield case("数值极小，一列|tiny values, one column", 120, 1, 6, 100, scale=1e-10)
    yield case("数值极小|tiny values", 200, 2, 8, 100, scale=1e-9)
    X = rng.uniform(0, 1, (1500, 1))
    yield Case.of("默认 max_iters，收敛很慢|default max_iters, slow to converge", X, X[:12] * 0.01)
    X = rng.uniform(0, 1, (300, 2))
    yield Case.of("收敛很慢|slow to converge", X=X, init_centers=X[:7] * 0.01, max_iters=60)
    yield Case.of("还没有收敛|not converged", X=X, init_centers=X[:9] * 0.01, max_iters=5)
    yield case("尺度很大|large scale", 60, 3, 5, 12, scale=1e5)
    X = np.asfortranarray(rng.standard_normal((60, 6)))[::2, ::2]
    yield Case.of("内存不连续|not contiguous", X=X, init_centers=X[4::-1], max_iters=9)

    X = rng.uniform(-1, 1, (10_000, 8))
    size = "N = 10000, D = 8, k = 10, 50 iterations"
    yield Case.of("大数据|large", X=X, init_centers=X[:10].copy(), max_iters=50, size=size)
