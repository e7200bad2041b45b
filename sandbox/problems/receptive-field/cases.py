"""No layer, one layer, known networks, strides before and after, strides beyond the kernel, and 60 layers."""

from sandbox.case import Case


def cases(rng):
    def stack(count, kernel, stride, dilation):
        columns = [rng.integers(1, largest + 1, count).tolist() for largest in (kernel, stride, dilation)]
        return list(zip(*columns, strict=True))

    def some(count, longest, *largest):
        return [[stack(int(rng.integers(1, longest + 1)), *largest)] for _ in range(count)]

    yield Case.of("no layers", [])
    yield Case.batch("one layer", [[[(k, s, d)]] for k in (1, 2, 3, 7) for s in (1, 2, 4) for d in (1, 2, 3)])
    yield Case.batch(
        "a stride is for the layers after it", [[[(3, s, 1), (3, t, 1)]] for s in (1, 2, 3) for t in (1, 2, 3)]
    )
    yield Case.batch(
        "kernels of 1 with a stride", [[[(1, 2, 1), (3, 1, 1)]], [[(3, 1, 1), (1, 2, 1)]], [[(1, 4, 3)] * 3]]
    )
    yield Case.batch("dilation after a stride", [[[(3, 2, 1), (3, 1, d)]] for d in (1, 2, 3, 4)])
    yield Case.batch("dilation in the first layer only", [[[(3, 1, d), (3, 2, 1), (5, 1, 1)]] for d in (1, 2, 3, 4)])
    yield Case.batch("even kernels", [[[(2, 2, 1)] * count] for count in range(1, 8)])
    yield Case.batch(
        "strides beyond the kernel", [[[(2, 4, 1), (2, 3, 1)]], [[(1, 3, 1), (2, 1, 1)]], [[(3, 4, 1)] * 3]]
    )
    yield Case.batch(
        "known networks",
        [
            [[(3, 1, 1), (3, 1, 1), (2, 2, 1)] * 2 + [(3, 1, 1), (3, 1, 1), (3, 1, 1), (2, 2, 1)] * 3],
            [[(7, 2, 1), (3, 2, 1)] + [(3, 1, 1)] * 4 + [(3, 2, 1)] + [(3, 1, 1)] * 3],
            [[(11, 4, 1), (3, 2, 1), (5, 1, 1), (3, 2, 1), (3, 1, 1), (3, 1, 1), (3, 1, 1)]],
            [[(2, 1, 2**i) for i in range(3)] * 4],
        ],
    )
    yield Case.batch("two layers, kernels and strides", some(60, 2, 5, 4, 1))
    yield Case.batch("dilations without strides", some(60, 5, 7, 1, 4))
    yield Case.batch("up to 6 layers", some(100, 6, 11, 4, 4))
    yield Case.batch(
        "the triples as lists", [[[list(layer) for layer in layers]] for (layers,) in some(60, 6, 7, 3, 3)]
    )
    yield Case.batch("tuples and lists mixed", [[[[3, 2, 1], (3, 1, 2)]], [[(5, 2, 2), [2, 2, 1], (3, 1, 1)]]])
    yield Case.batch("up to 60 layers", some(40, 60, 11, 4, 4))
    yield Case.batch("60 layers", [[[(11, 4, 4)] * 60], [[(1, 4, 1)] * 60], [[(3, 1, 1)] * 60], [[(2, 2, 1)] * 60]])
