from sandbox.case import Case


def cases(rng):
    yield Case.of("empty", [])
    yield Case.of("one node", [7])
    yield Case.of("equal values", [4, 4, 4])
    yield Case.of("many nodes", rng.integers(-9, 9, 50).tolist())
