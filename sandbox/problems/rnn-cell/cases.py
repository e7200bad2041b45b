"""T, B, D and H all different and each of them 1; large and small weights, upstream gradients at one step only; a large
batch of small vectors, and the largest input last.
"""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def inputs(t, b, d, h, weight=0.7, upstream=1.0):
        shapes = {"xs": (t, b, d), "h0": (b, h), "Wx": (d, h), "Wh": (h, h), "b": (h,), "dhs": (t, b, h)}
        made = {name: rng.standard_normal(shape) for name, shape in shapes.items()}
        made["Wx"] *= weight / d**0.5
        made["Wh"] *= weight / h**0.5
        made["dhs"] *= upstream
        return made

    yield Case.of("one step", **inputs(1, 2, 3, 4))
    yield Case.of("two steps", **inputs(2, 3, 4, 2))
    yield Case.of("some steps", **inputs(5, 2, 3, 4))
    yield Case.of("batch of one", **inputs(4, 1, 3, 2))
    yield Case.of("one input", **inputs(3, 4, 1, 5))
    yield Case.of("state of one", **inputs(6, 3, 2, 1))
    yield Case.of("as wide as long", **inputs(3, 3, 3, 3))
    yield Case.of("large upstream gradients", **inputs(4, 3, 2, 5, upstream=1000))
    yield Case.of("large weights", **inputs(5, 2, 4, 3, weight=3))
    yield Case.of("h0 is 0", **{**inputs(4, 2, 3, 5), "h0": np.zeros((2, 5))})
    for place, name in ((0, "first"), (3, "last")):
        made = inputs(4, 2, 5, 3)
        only = np.zeros_like(made["dhs"])
        only[place] = made["dhs"][place]
        yield Case.of(f"gradient on the {name} state only", **{**made, "dhs": only})
    yield Case.of("no gradient", **inputs(3, 2, 4, 5, upstream=0))
    turned = inputs(4, 3, 6, 5)
    turned |= {"xs": rng.random((6, 3, 4)).T, "dhs": rng.random((4, 3, 10))[:, :, ::2], "Wh": turned["Wh"].T}
    yield Case.of("not contiguous", **turned)
    yield Case.of("40 steps", **inputs(40, 2, 3, 4, weight=1.2))

    wide = inputs(40, 5000, 1, 2)
    yield Case.of("large batch", **wide, size="T = 40, B = 5000")
    yield Case.of("large", **inputs(100, 32, 64, 128), size="T = 100, B = 32, D = 64, H = 128")
