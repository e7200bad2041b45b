"""All of n, m and d different, and each of them 1; rows and columns of different means and scales; logits from tiny to
1e5, where the softmax saturates; two equal keys, where it saturates at 1/2; strides.
"""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape):
        return rng.standard_normal(shape)

    for n, m, d in ((3, 5, 4), (6, 2, 3), (2, 7, 16), (5, 3, 2), (4, 9, 7), (1, 6, 3), (6, 1, 3), (3, 4, 1), (1, 1, 5)):
        yield Case.of(f"n {n}, m {m}, d {d}", normal(n, d), normal(m, d))
    yield Case.of("by name", q=normal(4, 6), k=normal(3, 6))
    yield Case.of("one entry", np.array([[2.0]]), np.array([[3.0]]))
    yield Case.of("wide head", normal(6, 64), normal(10, 64))
    yield Case.of("rows of different means", normal(4, 3) + np.arange(4.0)[:, None] * 2, normal(6, 3) + 1)
    yield Case.of("rows of different scales", normal(5, 4) * np.array([[0.01], [0.1], [1], [10], [100]]), normal(7, 4))
    yield Case.of("keys of different means", normal(3, 5), normal(8, 5) + np.arange(8.0)[:, None])
    for scale in (1e-3, 3.0, 30.0, 250.0):
        yield Case.of(f"scale {scale}", normal(4, 8) * scale, normal(6, 8) * scale)
    yield Case.of("zeros", np.zeros((3, 4)), np.zeros((5, 4)))
    yield Case.of("all logits equal and large", np.full((3, 4), 100.0), np.full((6, 4), 200.0))
    yield Case.of("all logits equal and very negative", np.full((2, 4), -150.0), np.full((5, 4), 150.0))
    yield Case.of("saturated", np.array([[300.0, 0.0], [-300.0, 1.0], [0.0, 300.0]]), normal(4, 2) * 100)

    # exp(100000) overflows, exp(-100000) is 0 in every row.
    huge = np.array([[1000.0, 0.0, 0.0, 0.0], [-1000.0, 0.0, 0.0, 0.0]])
    keys = np.array([[100.0, 1, 0, 0], [99.99937, 0, 2, 0], [99.99881, 3, 0, 1]])
    yield Case.of("logits near 100000 and -100000", huge, keys)
    twins = normal(6, 4)
    twins[2:4] = np.array([50.0, 50.0, 50.0, 50.0])
    yield Case.of("saturated at two equal keys", np.abs(normal(3, 4)) + 1, twins)
    yield Case.of("raw saturates, scaled does not", normal(5, 100) * 2, normal(7, 100) * 2)

    yield Case.of("not contiguous", normal(9, 12)[::2, ::-3], normal(4, 6).T[:, :])
    yield Case.of("the same array", *[normal(4, 7)] * 2)
    yield Case.of("large", normal(40, 96), normal(56, 96), size="n = 40, m = 56, d = 96")
