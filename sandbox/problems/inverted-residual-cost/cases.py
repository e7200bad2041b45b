"""With and without expansion, every stride and kernel, oblong maps, sides that strides don't divide."""

from sandbox.case import Case

KERNELS = (1, 3, 5, 7)


def cases(rng):
    def number(low, high):
        return int(rng.integers(low, high + 1))

    def block(t):
        return [number(1, 20), number(1, 20), t, number(1, 24), number(1, 24), int(rng.choice(KERNELS)), number(1, 3)]

    yield Case.batch("kernel and stride left out", [block(number(1, 8))[:5] for _ in range(40)])
    yield Case.batch("stride left out", [block(number(1, 8))[:6] for _ in range(40)])
    yield Case.batch("no expansion", [block(1) for _ in range(40)])
    yield Case.batch(
        "no expansion, as many outputs as inputs", [[c, c, 1, 8, 6, 3, s] for c in (1, 3, 16) for s in (1, 2, 3)]
    )
    yield Case.batch("expansion by 2", [block(2) for _ in range(20)])
    yield Case.batch("expansion by 6", [block(6) for _ in range(40)])
    yield Case.batch("as many outputs as inputs, stride 1", [[c, c, t, 7, 9] for c in (1, 8, 24) for t in (2, 6)])
    yield Case.batch("every kernel", [[4, 6, 3, 9, 8, k, s] for k in KERNELS for s in (1, 2, 3)])
    yield Case.batch(
        "sides that the stride doesn't divide",
        [[3, 5, 2, h, w, 3, s] for s in (2, 3) for h in (4, 5, 6, 7) for w in (8, 9)],
    )
    yield Case.batch("oblong maps", [[3, 5, 2, 1, 30, 3, s] for s in (1, 2)] + [[3, 5, 2, 30, 1, 3, s] for s in (1, 2)])
    yield Case.batch("one pixel", [[cin, 3, t, 1, 1, k, 2] for cin in (1, 4) for t in (1, 6) for k in KERNELS])
    yield Case.batch("one channel", [[1, 1, t, 6, 7, 3, s] for t in range(1, 9) for s in (1, 2)])
    yield Case.batch("blocks of the network", [[32, 16, 1, 112, 112], [16, 24, 6, 112, 112, 3, 2], [160, 320, 6, 7, 7]])
    yield Case.batch("200 random ones", [block(number(1, 8)) for _ in range(200)])
    yield Case.batch(
        "bounds", [[512, 512, 8, 512, 511, 7, 1], [511, 512, 8, 511, 512, 5, 3], [512, 511, 1, 512, 512, 7, 2]]
    )
