"""V, D, B and K all different; repeated indices of every kind, no negatives, scores up to ten thousand of both signs; a
large batch of small vectors, and the largest input last.
"""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def inputs(v, d, b, k, scale=1.0):
        indices = {"centers": (b,), "contexts": (b,), "negatives": (b, k)}
        return {
            "W_in": scale * rng.standard_normal((v, d)),
            "W_out": scale * rng.standard_normal((v, d)),
            **{name: rng.integers(0, v, shape) for name, shape in indices.items()},
        }

    def column(*numbers):
        return np.array(numbers, dtype=np.int64)

    yield Case.of(
        "no index twice",
        **{
            **inputs(12, 4, 3, 2),
            "centers": column(0, 5, 7),
            "contexts": column(1, 2, 3),
            "negatives": np.arange(4, 10).reshape(3, 2),
        },
    )
    yield Case.of("one sample", **inputs(6, 3, 1, 4))
    yield Case.of("one negative", **inputs(9, 5, 7, 1))
    yield Case.of("no negatives", **inputs(5, 4, 3, 0))
    yield Case.of("many words, small batch", **inputs(40, 3, 5, 2))
    yield Case.of("few words, large batch", **inputs(4, 3, 50, 6))
    yield Case.of("one word", **inputs(1, 3, 4, 2))
    yield Case.of("one dimension", **inputs(7, 1, 6, 3))
    yield Case.of("one center", **{**inputs(8, 3, 6, 2), "centers": column(2, 2, 2, 2, 2, 2)})
    yield Case.of("one context", **{**inputs(8, 3, 6, 2), "contexts": column(5, 5, 5, 5, 5, 5)})
    yield Case.of(
        "a negative several times in a row",
        **{**inputs(6, 4, 3, 5), "negatives": np.repeat(rng.integers(0, 6, (3, 1)), 5, axis=1)},
    )
    made = inputs(7, 3, 5, 3)
    made["negatives"][:, 1] = made["contexts"]
    yield Case.of("context among the negatives", **made)
    made = inputs(7, 3, 5, 2)
    yield Case.of("the center is its own context", **{**made, "contexts": made["centers"]})
    yield Case.of("zero vectors", **inputs(5, 3, 4, 2, scale=0))
    yield Case.of("scores around 20", **inputs(9, 6, 12, 4, scale=3))
    yield Case.of("small scores", **inputs(6, 4, 5, 3, scale=1e-3))

    # One dimension, so that the scores are plain products: 1e4, -1e4, 800, -800, 40, -40.
    w_out = np.array([[100.0], [-100], [8], [-8], [0.4], [-0.4]])
    steep = {"W_in": np.full((6, 1), 100.0), "W_out": w_out, "centers": np.arange(6), "contexts": np.arange(6)}
    yield Case.of("contexts with scores up to 10000", **steep, negatives=np.zeros((6, 0), dtype=np.int64))
    yield Case.of("all scores up to 10000", **steep, negatives=np.arange(12).reshape(6, 2)[::-1] % 6)
    turned = inputs(6, 4, 5, 3)
    turned |= {
        "W_in": rng.standard_normal((8, 6)).T[:, ::2],
        "centers": rng.integers(0, 6, 10)[::2],
        "negatives": rng.integers(0, 6, (3, 5)).T,
    }
    yield Case.of("not contiguous", **turned)

    yield Case.of("large batch", **inputs(50, 2, 100_000, 1), size="B = 100000, D = 2, K = 1")
    yield Case.of("large", **inputs(2000, 32, 16_384, 5, scale=0.3), size="V = 2000, D = 32, B = 16384, K = 5")
