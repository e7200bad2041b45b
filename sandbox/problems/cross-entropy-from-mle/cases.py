"""Indices and soft rows, logits that overflow, underflow or nearly agree, zeros in soft rows, bad indices."""

from sandbox.case import Case


def cases(rng):
    def logits(n, classes, scale=3.0):
        return (rng.standard_normal((n, classes)) * scale).clip(-10_000, 10_000).tolist()

    def indices(n, classes):
        return rng.integers(0, classes, n).tolist()

    def soft(n, classes):
        return rng.dirichlet([1.0] * classes, n).tolist()

    def shape():
        return int(rng.integers(1, 7)), int(rng.integers(2, 7))

    shapes = [shape() for _ in range(40)]
    yield Case.batch("one row, one index", [[logits(1, c), indices(1, c)] for _, c in shapes])
    yield Case.batch("every class of a row", [[[[1.0, -2.0, 0.5]], [t]] for t in range(3)])
    yield Case.batch("one row, soft", [[logits(1, c), soft(1, c)] for _, c in shapes])
    yield Case.batch("several rows, indices", [[logits(n, c), indices(n, c)] for n, c in shapes])
    yield Case.batch("several rows, soft", [[logits(n, c), soft(n, c)] for n, c in shapes])
    yield Case.batch(
        "as many rows as classes", [[logits(n, n), make(n, n)] for n in (2, 3, 5) for make in (indices, soft)]
    )
    yield Case.batch("equal logits", [[[[z] * 4], [2]] for z in (0.0, 5.0, -700.0, 10_000.0, -10_000.0)])
    yield Case.of(
        "one-hot rows as floats", logits(3, 4), [[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0], [1.0, 0.0, 0.0, 0.0]]
    )
    yield Case.of("zeros in soft rows", logits(2, 4), [[0.5, 0.0, 0.5, 0.0], [0.0, 0.0, 0.25, 0.75]])
    yield Case.of(
        "zero where the probability vanishes",
        [[0.0, -10_000.0, 1.0], [-900.0, 0.0, 800.0]],
        [[0.5, 0.0, 0.5], [0.0, 0.0, 1.0]],
    )
    yield Case.batch(
        "loss of 10000", [[[[0.0, 10_000.0]], [0]], [[[0.0, 10_000.0]], [1]], [[[-10_000.0, 10_000.0]], [0]]]
    )
    yield Case.of("soft rows, far apart", [[0.0, 10_000.0], [10_000.0, -10_000.0]], [[0.5, 0.5], [0.9, 0.1]])
    yield Case.batch("sure and wrong", [[[[0.0, float(z)]], [0]] for z in (10, 20, 30, 40, 80, 300, 710, 750, 1500)])
    yield Case.batch("sure and right", [[[[float(z), 0.0, 0.0]], [0]] for z in (1, 5, 10, 15, 20, 1000)])
    yield Case.of(
        "large logits, close together", [[9999.123456, 9998.765432, 9999.5], [-9998.7, -9999.1, -9999.9]], [0, 2]
    )
    yield Case.batch(
        "large logits", [[logits(4, 5, 4000.0), make(4, 5)] for make in (indices, soft) for _ in range(10)]
    )
    yield Case.batch(
        "rows of very different size",
        [[[[1e-3, 2e-3], [3.0, 4.0], [5000.0, -5000.0]], make(3, 2)] for make in (indices, soft)],
    )
    yield Case.of("index one too large", logits(2, 3), [0, 3])
    yield Case.of("index -1", logits(2, 3), [-1, 0])
    yield Case.of("index -100, which is no exception here", logits(3, 3), [1, -100, 2])
    yield Case.of("index far too large", logits(1, 2), [1000])
    yield Case.of("the largest size, indices", logits(64, 50, 100.0), indices(64, 50), size="N = 64, C = 50")
    yield Case.of("the largest size, soft", logits(64, 50, 3000.0), soft(64, 50), size="N = 64, C = 50")
