"""Every small number, both sides of every power of three, invalid numbers, and numbers of every length."""

from sandbox.case import Case


def cases(rng):
    yield Case.of("one ball", 1)
    yield Case.batch("two and three", [[2], [3]])
    yield Case.batch("up to 100", [[n] for n in range(1, 101)])
    yield Case.batch("101 to 400", [[n] for n in range(101, 401)])
    yield Case.batch(
        "small powers of three, and one more or less", [[3**k + e] for k in range(1, 11) for e in (-1, 0, 1)]
    )
    yield Case.batch("powers of two", [[2**k] for k in range(60)])
    yield Case.of("none", 0)
    yield Case.of("minus one", -1)
    yield Case.of("minus nine", -9)
    yield Case.of("very negative", -(10**18))
    yield Case.batch("powers of three", [[3**k] for k in range(38)])
    yield Case.batch("one less than a power of three", [[3**k - 1] for k in range(1, 38)])
    yield Case.batch("one more than a power of three", [[3**k + 1] for k in range(1, 38)])
    yield Case.batch("twice a power of three", [[2 * 3**k] for k in range(37)])
    yield Case.batch("powers of ten", [[10**k + e] for k in range(1, 19) for e in (-1, 0)])
    yield Case.batch("numbers of every length", [[int(10 ** rng.uniform(0, 18))] for _ in range(300)])
