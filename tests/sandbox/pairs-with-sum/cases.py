from sandbox.case import Case


def cases(rng):
    yield Case.of("empty", [], 3)
    yield Case.of("twice the same", [2, 2, 2], 4)
    yield Case.of("random", rng.integers(-9, 9, 20).tolist(), 3)
