"""Every region of small matrices of every shape, several objects at once, and long thin matrices asked often."""

import itertools

from sandbox.case import Case

QUERIES = 30_000


def cases(rng):
    def matrix(m, n, highest=20):
        return rng.integers(-highest, highest + 1, (m, n)).tolist()

    def regions(m, n):
        rows, columns = itertools.combinations(range(m + 1), 2), list(itertools.combinations(range(n + 1), 2))
        return [[r1, c1, r2 - 1, c2 - 1] for r1, r2 in rows for c1, c2 in columns]

    def every_region(name, *matrices):
        ops = [(i, "sum_region", q) for i, cells in enumerate(matrices) for q in regions(len(cells), len(cells[0]))]
        return Case.ops(name, [[cells] for cells in matrices], [ops[i] for i in rng.permutation(len(ops))])

    yield every_region("one cell", [[7]], [[-3]], [[0]])
    yield every_region("one row", matrix(1, 7))
    yield every_region("one column", matrix(7, 1))
    yield every_region("2 x 5", matrix(2, 5))
    yield every_region("5 x 2", matrix(5, 2))
    yield every_region("square", matrix(4, 4))
    yield every_region("negative cells", [[-5, -1, -9], [-2, -2, -7]])
    yield every_region("beyond 32 bits", matrix(3, 4, 2**58), [[2**31, 2**31], [-(2**31), 1]])
    yield every_region("all cells equal", [[3] * 6 for _ in range(4)])
    yield every_region("several matrices in turn", matrix(3, 5), matrix(5, 3), matrix(4, 4), matrix(1, 6))
    same = matrix(3, 4)
    ops = [(number, "sum_region", [0, 0, 2, 3]) for number in (0, 1, 0)]
    yield Case.ops("the same matrix twice", [[same], [same]], [*ops, (1, "sum_region", [1, 1, 2, 2])])
    yield Case.ops("the same region again", [[same]], [(0, "sum_region", [1, 1, 2, 3])] * 5)

    def boxes(m, n, count):
        rows, columns = (rng.integers(0, side, (count, 2)) for side in (m, n))
        rows.sort(axis=1)
        columns.sort(axis=1)
        return [[r1, c1, r2, c2] for (r1, r2), (c1, c2) in zip(rows.tolist(), columns.tolist(), strict=True)]

    def large(m, n, full):
        queries = boxes(m, n, QUERIES)
        for number, query in enumerate(queries):
            if number % 10:
                query[full], query[full + 2] = 0, (m, n)[full] - 1
        ops = [(0, "sum_region", query) for query in queries]
        return Case.ops(f"large, {m} x {n}", [[matrix(m, n, 10**6)]], ops, size=f"{m} x {n}, {QUERIES} queries")

    ops = [(i % 2, "sum_region", box) for i, box in enumerate(boxes(30, 30, 2000))]
    yield Case.ops("two of 30 x 30, 2000 queries", [[matrix(30, 30)], [matrix(30, 30)]], ops)
    # Most queries have the full height, or the full width: adding up rows, or columns, takes too long.
    yield large(300, 300, 0)
    yield large(15_000, 5, 0)
    yield large(5, 15_000, 1)
