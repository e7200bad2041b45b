"""Every divisor as the number of heads, one head, heads of width 1, single tokens, and heads that don't divide."""

from sandbox.case import Case


def cases(rng):
    def number(low, high):
        return int(rng.integers(low, high + 1))

    def some(count, longest, widest, most_heads):
        rows = []
        for _ in range(count):
            heads = number(1, most_heads)
            rows.append([number(1, longest), heads * number(1, widest), heads])
        return rows

    yield Case.batch("all ones", [[1, 1, 1]])
    yield Case.batch("one head", [[number(1, 50), number(1, 50), 1] for _ in range(30)])
    yield Case.batch("heads of width 1", [[number(1, 50), d, d] for d in (2, 3, 8, 64)])
    yield Case.batch("one token", [[1, 4 * h, h] for h in (1, 2, 5, 8)])
    yield Case.batch("width 1", [[n, 1, 1] for n in (1, 2, 7, 100)])
    yield Case.batch("every divisor of 60", [[7, 60, heads] for heads in range(1, 61) if 60 % heads == 0])
    yield Case.batch("longer than wide", some(40, 300, 3, 4))
    yield Case.batch("wider than long", some(40, 6, 40, 8))
    yield Case.batch("as long as wide", [[d, d, heads] for d in (2, 8, 24) for heads in (1, 2)])
    yield Case.batch("100 random ones", some(100, 60, 12, 12))
    yield Case.of("heads don't divide d", 10, 512, 3)
    yield Case.of("one head too many", 10, 8, 9)
    yield Case.of("twice as many heads as d", 10, 4, 8)
    yield Case.of("heads divide n only", 12, 10, 4)
    yield Case.of("odd width", 10, 7, 2)
    yield Case.batch("valid or not", [[number(1, 9), number(1, 12), number(1, 12)] for _ in range(100)])
    yield Case.batch("known models", [[197, 768, 12], [512, 1024, 16], [2048, 4096, 32]])
    yield Case.batch("bounds", [[8192, 4096, heads] for heads in (1, 64, 4096)] + [[8191, 4095, 4095], [8191, 1, 1]])
