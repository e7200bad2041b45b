"""Square and oblong kernels, as lists and as tuples, every number of groups, biases, and groups that don't divide."""

from sandbox.case import Case


def cases(rng):
    def number(low, high):
        return int(rng.integers(low, high + 1))

    def sides():
        return [number(1, 7), number(1, 7)]

    def grouped(kernel, count):
        """Valid arguments without a bias argument; the numbers of channels differ."""
        rows = []
        for _ in range(count):
            groups = number(1, 6)
            rows.append([groups * number(1, 9), groups * number(1, 9), kernel(), groups])
        return rows

    yield Case.batch("groups and bias left out", [[number(1, 64), number(1, 64), number(1, 7)] for _ in range(40)])
    yield Case.batch("bias left out", grouped(lambda: number(1, 7), 40))
    yield Case.batch("without a bias", [[*row, False] for row in grouped(lambda: number(1, 7), 40)])
    yield Case.batch("with a bias", [[*row, True] for row in grouped(lambda: number(1, 7), 40)])
    yield Case.batch("pairs as lists", [[*row, bool(number(0, 1))] for row in grouped(sides, 60)])
    yield Case.batch("pairs as tuples", [[*row, bool(number(0, 1))] for row in grouped(lambda: tuple(sides()), 60)])
    yield Case.batch("pairs alone", [[3, 5, [1, 7]], [3, 5, (7, 1)], [1, 1, [2, 3]], [4, 2, (3, 3)]])
    yield Case.batch("one channel", [[1, 1, 1], [1, 1, 1, 1, False], [1, 9, 3], [9, 1, 3], [1, 1, [1, 1]]])
    yield Case.batch(
        "depthwise", [[c, c, k, c, bias] for c in (2, 7, 32) for k in (3, [5, 3]) for bias in (True, False)]
    )
    yield Case.batch("depthwise with a multiplier", [[c, c * m, 3, c] for c in (2, 5, 16) for m in (2, 3)])
    yield Case.batch("pointwise", [[c, 4 * c, 1, g, False] for c in (4, 12) for g in (1, 2, 4)])
    yield Case.of("groups don't divide cin", 6, 8, 3, 4)
    yield Case.of("groups don't divide cout", 8, 6, 3, 4)
    yield Case.of("groups divide neither", 9, 7, [3, 3], 2, False)
    yield Case.of("more groups than channels", 2, 2, 3, 4, False)
    yield Case.of("groups divide the product only", 6, 10, (1, 1), 4)
    mixed = [[number(1, 12), number(1, 12), number(1, 3), number(1, 6), bool(number(0, 1))] for _ in range(150)]
    yield Case.batch("150 random ones, valid or not", mixed)
    large = [[4096, 4096, 15], [4096, 4096, [15, 14], 1, True], [4096, 2048, 15, 2048], [4095, 4095, 15, 65, False]]
    yield Case.batch("bounds", large)
