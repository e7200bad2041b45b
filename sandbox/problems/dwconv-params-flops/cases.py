"""Arguments left out, oblong maps, strides that leave a rest, paddings of every size, biases, multipliers."""

from sandbox.case import Case


def cases(rng):
    def number(low, high):
        return int(rng.integers(low, high + 1))

    def some(count):
        """All nine arguments."""
        rows = []
        while len(rows) < count:
            n, c, h, w = number(1, 4), number(1, 12), number(1, 20), number(1, 20)
            k, stride, pad = number(1, 7), number(1, 4), number(0, 5)
            if min(h, w) + 2 * pad >= k:
                rows.append([n, c, h, w, k, stride, pad, bool(number(0, 1)), number(1, 4)])
        return rows

    for given, what in (
        (4, "only the input"),
        (5, "and the kernel"),
        (6, "and the stride"),
        (7, "and the padding"),
        (8, "and the bias"),
    ):
        yield Case.batch(what, [row[:given] for row in some(400) if min(row[2:4]) + 2 >= row[4]][:40])
    yield Case.batch("all arguments", some(100))
    yield Case.batch(
        "one pixel, one channel",
        [[1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 0], [1, 1, 1, 1, 3, 4, 1, True], [1, 1, 1, 1, 11, 1, 5]],
    )
    yield Case.batch("batches", [[n, 5, 9, 7, 3, 2, 1, bias] for n in (1, 2, 64) for bias in (False, True)])
    yield Case.batch("oblong maps", [[1, 3, 4, 17], [1, 3, 17, 4], [2, 2, 1, 30, 3, 2], [2, 2, 30, 1, 3, 2]])
    yield Case.batch("strides that leave a rest", [[1, 3, h, 9, 3, s] for h in range(5, 12) for s in (2, 3, 4)])
    yield Case.batch("without padding", [[1, 3, h, 11, k, 2, 0] for h in (7, 8) for k in range(1, 8)])
    yield Case.batch("the kernel fits once", [[1, 3, k, k, k, s, 0] for k in (1, 2, 5, 11) for s in (1, 4)])
    yield Case.batch("more padding than needed", [[1, 3, 5, 6, k, 1, 5] for k in (1, 2, 3, 11)])
    yield Case.batch("even kernels", [[1, 3, 9, 8, k, s, p] for k in (2, 4, 6) for s in (1, 2) for p in (0, 1, 3)])
    yield Case.batch("bias", [[2, c, 6, 5, k, 1, 1, True] for c in (1, 8) for k in (1, 3, 5)])
    yield Case.batch(
        "multipliers", [[2, c, 6, 5, 3, 1, 1, bias, m] for c in (1, 8) for m in (1, 2, 3, 4) for bias in (True, False)]
    )
    yield Case.batch("bounds", [[64, 2048, 1024, 1023, 11, 1, 5, True, 4], [64, 2047, 1021, 1024, 11, 4, 5, False, 3]])
