from sandbox.case import Case


def cases(rng):
    for number in range(3):
        yield Case.of(f"random {number}", x=rng.normal(size=(3, 5)), size="15 numbers")
