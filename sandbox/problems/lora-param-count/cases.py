"""Square and oblong layers, rank 0, ranks above both sides, negative ranks, and the bounds."""

from sandbox.case import Case


def cases(rng):
    def some(count, *bounds):
        return [[int(rng.integers(low, high + 1)) for low, high in bounds] for _ in range(count)]

    yield Case.batch("square layers", [[d, d, r] for d in (1, 2, 64, 768, 4096) for r in (1, 2, 8)])
    yield Case.batch("more outputs than inputs", some(40, (1, 50), (51, 200), (1, 20)))
    yield Case.batch("more inputs than outputs", some(40, (51, 200), (1, 50), (1, 20)))
    yield Case.batch("rank 1", some(20, (1, 100), (1, 100), (1, 1)))
    yield Case.batch("rank 0", [[1, 1, 0], [768, 768, 0], [7, 9, 0], [65_536, 1, 0]])
    yield Case.batch("rank as large as the smaller side", [[4, 9, 4], [9, 4, 4], [5, 5, 5], [1, 8, 1]])
    yield Case.batch("rank above the smaller side", [[4, 9, 6], [9, 4, 6], [1, 100, 50], [100, 1, 50]])
    yield Case.batch(
        "rank above both sides", [[4, 9, 12], [9, 4, 100], [1, 1, 2], [1, 1, 1024], *some(20, (1, 9), (1, 9), (10, 99))]
    )
    yield Case.batch("trains more than W has", [[8, 8, 5], [3, 4, 2], [10, 10, 9]])
    yield Case.of("negative rank", 768, 768, -1)
    yield Case.of("very negative rank", 3, 5, -1024)
    yield Case.of("rank minus the smaller side", 2, 3, -2)
    yield Case.batch("200 random ones", some(200, (1, 300), (1, 300), (0, 64)))
    yield Case.batch(
        "bounds", [[65_536, 65_536, 1024], [65_535, 1, 1023], *some(40, (60_000, 65_536), (1, 65_536), (900, 1024))]
    )
