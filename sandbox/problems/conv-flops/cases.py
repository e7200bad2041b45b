"""Oblong kernels and outputs, batches, every number of groups, groups that don't divide, and results beyond 2**53."""

from sandbox.case import Case


def cases(rng):
    def number(low, high):
        return int(rng.integers(low, high + 1))

    def some(count, kernel, most_groups=6):
        rows = []
        for _ in range(count):
            groups = number(1, most_groups)
            cin, cout = groups * number(1, 7), groups * number(1, 7)
            rows.append([number(1, 5), cin, cout, kernel(), number(1, 14), number(1, 14), groups])
        return rows

    def sides():
        return [number(1, 5), number(1, 5)]

    yield Case.batch("groups left out", [row[:6] for row in some(40, lambda: number(1, 7), 1)])
    yield Case.batch("groups", some(60, lambda: number(1, 7)))
    yield Case.batch("pairs as lists", some(60, sides))
    yield Case.batch("pairs as tuples", some(60, lambda: tuple(sides())))
    yield Case.batch("pairs alone", [[1, 3, 5, [1, 7], 4, 9], [2, 3, 5, (7, 1), 9, 4], [1, 1, 1, [2, 3], 1, 1]])
    yield Case.batch("all ones", [[1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1], [1, 1, 1, [1, 1], 1, 1]])
    yield Case.batch("batches", [[n, 4, 6, 3, 5, 8] for n in (1, 2, 3, 64)])
    yield Case.batch("outputs smaller than the kernel", [[1, 2, 3, 7, h, w] for h in (1, 2) for w in (1, 3)])
    yield Case.batch("depthwise", [[1, c, c, 3, 7, 5, c] for c in (1, 2, 9, 32)])
    yield Case.batch("depthwise with a multiplier", [[2, c, c * m, [3, 5], 7, 5, c] for c in (2, 9) for m in (2, 3)])
    yield Case.batch("pointwise", [[1, c, 3 * c, 1, 8, 3, g] for c in (4, 12) for g in (1, 2, 4)])
    yield Case.of("groups don't divide cin", 1, 6, 8, 3, 5, 5, 4)
    yield Case.of("groups don't divide cout", 1, 8, 6, 3, 5, 5, 4)
    yield Case.of("groups divide neither", 2, 9, 7, [3, 3], 5, 5, 2)
    yield Case.of("groups divide the product only", 1, 6, 10, 1, 5, 5, 4)
    yield Case.of("more groups than channels", 1, 2, 2, 3, 5, 5, 4)
    mixed = [[number(1, 2), number(1, 12), number(1, 12), number(1, 3), 2, 3, number(1, 6)] for _ in range(150)]
    yield Case.batch("150 random ones, valid or not", mixed)
    yield Case.batch("beyond 2**31", [[64, 512, 512, 3, 56, 55], [1, 2048, 2048, [3, 1], 99, 101, 2]])
    yield Case.batch(
        "beyond 2**53",
        [
            [63, 4095, 4095, 11, 511, 509],
            [64, 4096, 4096, [11, 9], 512, 512],
            [61, 4095, 4095, 11, 511, 507, 3],
            *([number(50, 64), 4095, 4095, [11, number(7, 11)], 511, number(400, 512), g] for g in (1, 3, 5, 7)),
        ],
    )
