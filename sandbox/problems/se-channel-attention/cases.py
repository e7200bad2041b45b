"""Channels that r divides or not or exceeds, single samples and pixels, both dtypes, gradients, and a larger batch."""

import torch

from sandbox.case import Call, Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape, dtype=torch.float32):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    def weights(c, h, dtype=torch.float32):
        return {
            "fc1.weight": normal(h, c, dtype=dtype),
            "fc1.bias": normal(h, dtype=dtype),
            "fc2.weight": normal(c, h, dtype=dtype),
            "fc2.bias": normal(c, dtype=dtype),
        }

    def case(name, shape, *, r=4, dtype=torch.float32, scale=1.0, shift=0.5, backward="no", training=True, size=""):
        c = shape[1]
        x = normal(*shape, dtype=dtype) * scale + shift
        return Case(
            name,
            (Call({"x": x}, backward=backward),),
            init={"c": c, "r": r},
            state=weights(c, max(c // r, 1), dtype),
            dtype="float64" if dtype == torch.float64 else None,
            training=training,
            size=size,
        )

    double = torch.float64
    x = normal(2, 8, 3, 5)
    yield Case("default r", (Call({"x": x}),), init={"c": 8}, state=weights(8, 2))
    yield Case("positional", (Call([x]), Call([x + 1]), Call([x])), init=[8, 3], state=weights(8, 2))
    yield case("float64", (3, 12, 4, 2), dtype=double)
    yield case("r does not divide c", (2, 11, 3, 4), dtype=double)
    yield case("r = 3", (2, 10, 5, 3), r=3)
    yield case("r = 1", (2, 5, 3, 4), r=1, dtype=double)
    yield case("c less than r", (2, 3, 4, 5), dtype=double)
    yield case("c = r", (2, 4, 3, 5))
    yield case("one channel", (3, 1, 2, 4), r=16)
    yield case("r = 16", (1, 40, 3, 2), r=16)
    yield case("one sample", (1, 8, 4, 3))
    yield case("one pixel", (3, 8, 1, 1), dtype=double)
    yield case("one row", (2, 6, 1, 7), r=2)
    yield case("one column", (2, 6, 5, 1), r=2)
    # Here the dimensions can be mistaken for each other without an error.
    yield case("all sides equal", (4, 4, 4, 4), r=2, dtype=double)
    yield case("large values", (2, 6, 3, 4), r=2, dtype=double, scale=300.0)
    yield case("negative means", (2, 8, 3, 4), r=2, dtype=double, shift=-3.0)
    yield case("small weights of the channels", (2, 8, 3, 4), r=2, dtype=double, scale=4.0, shift=8.0)
    yield case("eval mode", (2, 8, 3, 4), training=False)

    yield case("gradients", (2, 6, 3, 4), r=2, dtype=double, backward="compare")
    yield case("gradients, c less than r", (3, 2, 2, 5), r=4, dtype=double, backward="compare")
    yield case("large", (4, 128, 28, 20), backward="run", size="x (4, 128, 28, 20)")
