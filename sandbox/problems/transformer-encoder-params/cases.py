"""FFNs of every width, given as None and left out, with and without biases."""

from sandbox.case import Case


def cases(rng):
    def number(low, high):
        return int(rng.integers(low, high + 1))

    yield Case.batch("only the width", [[d] for d in (1, 2, 3, 5, 64, 512, 768, 1024)])
    yield Case.batch("d_ff given", [[number(1, 100), number(1, 400)] for _ in range(40)])
    yield Case.batch("d_ff is None", [[d, None] for d in (1, 2, 7, 64, 100)])
    yield Case.batch("d_ff is None, with biases", [[d, None, True] for d in (1, 2, 7, 64, 100)])
    yield Case.batch("d_ff is None, without biases", [[d, None, False] for d in (1, 2, 7, 64, 100)])
    yield Case.batch("with biases", [[number(1, 100), number(1, 400), True] for _ in range(40)])
    yield Case.batch("without biases", [[number(1, 100), number(1, 400), False] for _ in range(40)])
    yield Case.batch("d_ff as wide as d", [[d, d, bias] for d in (1, 8, 33) for bias in (True, False)])
    yield Case.batch("d_ff narrower than d", [[d, d // 2, bias] for d in (2, 8, 33) for bias in (True, False)])
    yield Case.batch("d_ff of 1", [[d, 1, bias] for d in (1, 2, 50) for bias in (True, False)])
    yield Case.batch("four times as wide", [[d, 4 * d, bias] for d in (1, 16, 25) for bias in (True, False)])
    yield Case.batch(
        "bounds", [[4096], [4096, 20_000], [4096, 20_000, False], [4095, 1], [1, 20_000, False], [4096, None, False]]
    )
