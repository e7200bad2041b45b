"""Grids higher than wide and wider than high, negative cells, single rows and columns, traps for greedy walks."""

from sandbox.case import Case

MILLION = 10**6


def cases(rng):
    def grid(rows, columns, low, high):
        return rng.integers(low, high + 1, (rows, columns)).tolist()

    yield Case.batch("one cell", [([[number]],) for number in (0, 7, -7, MILLION)])
    yield Case.batch("one row", [([[3, -1, 4, 2]],), ([[-2, -5]],), ([[0, 0, 1]],)])
    yield Case.batch("one column", [([[3], [-1], [4]],), ([[-2], [-5]],), ([[0], [1]],)])
    yield Case.batch("two by two", [([[1, 2], [3, 4]],), ([[1, 3], [2, 4]],), ([[-1, -2], [-3, -4]],)])
    yield Case.of("a cheap first step that leads nowhere", [[1, 1, 9, 9], [2, 9, 9, 9], [2, 2, 2, 1]])
    yield Case.of("a detour through the upper row", [[0, 1, 1, 1, 1], [9, 9, 9, 9, 1], [9, 9, 9, 9, 0]])
    yield Case.of("a way back would be cheaper", [[1, 9, 1, 1, 1], [1, 9, 1, 9, 1], [1, 1, 1, 9, 1]])
    yield Case.of("a diagonal would be cheaper", [[1, 8, 8, 8], [8, 1, 8, 8], [8, 8, 1, 1]])
    yield Case.of("a late large negative cell", [[5, 5, 5], [5, 5, 5], [90, -300, 5], [1, 1, 1]])
    yield Case.of("all negative", grid(6, 9, -50, -1))
    yield Case.of("all zero", [[0] * 5 for _ in range(3)])
    yield Case.of("largest negative cells", grid(12, 7, -MILLION, -MILLION + 3))
    for low, high in ((0, 9), (-9, 9), (-3, 1)):
        grids = [(grid(*rng.integers(1, 8, 2), low, high),) for _ in range(30)]
        yield Case.batch(f"30 small grids of {low} to {high}", grids)

    yield Case.of("exponentially many paths", grid(18, 18, -9, 9), size="18 x 18")
    yield Case.of("40 x 60", grid(40, 60, -1000, 1000))
    yield Case.of("long row", grid(1, 5000, -MILLION, MILLION), size="1 x 5000")
    yield Case.of("long column", grid(5000, 1, -MILLION, MILLION), size="5000 x 1")
    yield Case.of("two rows", grid(2, 5000, -MILLION, MILLION), size="2 x 5000")
    yield Case.of("two columns", grid(5000, 2, -MILLION, MILLION), size="5000 x 2")
    yield Case.of("sums beyond 32 bits", [[MILLION] * 50 for _ in range(5000)], size="5000 x 50")
    yield Case.of("large", grid(500, 500, -MILLION, MILLION), size="500 x 500")
