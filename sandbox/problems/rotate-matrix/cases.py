"""Every size to nine, odd and even; equal and extreme values; symmetric matrices, where a transpose is not enough."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def matrix(n, low=-99, high=99):
        return rng.integers(low, high + 1, (n, n)).tolist()

    yield Case.of("empty", [])
    yield Case.of("one cell", [[-5]])
    for n in range(2, 10):
        yield Case.of(f"{n} x {n}, all different", rng.permutation(np.arange(n * n)).reshape(n, n).tolist())
    half = rng.integers(-9, 10, (5, 5))
    yield Case.of("symmetric", (half + half.T).tolist())
    yield Case.of("equal columns", [[row] * 6 for row in range(6)])
    yield Case.of("all equal", [[3] * 4 for _ in range(4)])
    yield Case.of("large values", [[2**63, -(2**64), 0], [1, 10**30, -1], [5, 7, -(10**20)]])
    yield Case.batch("random", [(matrix(int(n)),) for n in rng.integers(2, 12, 10)])
    yield Case.of("100 x 100", matrix(100))
    yield Case.of("large", matrix(401, -(10**9), 10**9), size="401 x 401")
