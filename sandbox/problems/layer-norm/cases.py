"""Shapes that are never square, both dtypes, gradients, initial state, wrong shapes, and a large batch."""

import torch

from sandbox.case import Call, Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape, dtype=torch.float32):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    def weights(*shape, dtype=torch.float32):
        return {"weight": normal(*shape, dtype=dtype), "bias": normal(*shape, dtype=dtype)}

    def case(name, init, x, *, state=None, backward="no", **more):
        dtype = "float64" if x.dtype == torch.float64 else None
        return Case(name, (Call({"x": x}, backward=backward),), init=init, state=state, dtype=dtype, **more)

    double = torch.float64
    yield Case("initial state", init={"normalized_shape": (3, 5)}, compare_state=True)
    yield Case(
        "no affine",
        (Call({"x": normal(2, 7)}), Call(attribute="weight"), Call(attribute="bias")),
        init={"normalized_shape": 7, "elementwise_affine": False},
        compare_state=True,
    )
    yield case("one dimension", {"normalized_shape": 6}, normal(4, 6), state=weights(6))
    yield case("two dimensions", {"normalized_shape": (3, 5)}, normal(2, 4, 3, 5), state=weights(3, 5))
    yield case("tuple of one", {"normalized_shape": (9,)}, normal(2, 3, 9), state=weights(9))
    yield case(
        "no leading dimension",
        {"normalized_shape": 8},
        normal(8, dtype=double),
        state=weights(8, dtype=double),
    )
    yield case("empty batch", {"normalized_shape": 5}, normal(0, 5), state=weights(5))
    yield case(
        "large eps",
        {"normalized_shape": 5, "eps": 0.5},
        normal(3, 5, dtype=double),
        state=weights(5, dtype=double),
    )
    small = normal(3, 4, dtype=double) * 1e-3
    yield case("small values", {"normalized_shape": 4, "eps": 1e-5}, small, state=weights(4, dtype=double))
    yield case("constant rows", {"normalized_shape": 6}, torch.full((3, 6), 2.5), state=weights(6))
    yield case("mean 1000", {"normalized_shape": 256}, normal(4, 256) + 1000, state=weights(256))
    yield case("length 1", {"normalized_shape": 1}, normal(5, 1), state=weights(1))
    yield case("not contiguous", {"normalized_shape": 6}, normal(6, 10).T, state=weights(6))

    x = normal(3, 7)
    both = (Call({"x": x}), Call({"x": x + 1}), Call({"x": x}))
    yield Case("eval mode", both, init={"normalized_shape": 7}, state=weights(7), training=False)
    yield Case("repeated in train mode", both, init={"normalized_shape": 7}, state=weights(7))

    yield case(
        "gradients",
        {"normalized_shape": 6},
        normal(4, 6, dtype=double),
        state=weights(6, dtype=double),
        backward="compare",
    )
    yield case(
        "gradients, two dimensions",
        {"normalized_shape": (2, 3)},
        normal(5, 2, 3, dtype=double),
        state=weights(2, 3, dtype=double),
        backward="compare",
    )
    yield case(
        "gradients without affine",
        {"normalized_shape": 5, "elementwise_affine": False},
        normal(2, 3, 5, dtype=double),
        backward="compare",
    )

    yield case("wrong last dimension", {"normalized_shape": 4}, normal(4, 3))
    yield case("broadcastable last dimension", {"normalized_shape": 4}, normal(3, 1))
    yield case("empty batch, wrong last dimension", {"normalized_shape": 4}, normal(0, 3))
    yield case("wrong dimension before the last", {"normalized_shape": (2, 4)}, normal(5, 3, 4))
    yield case("broadcastable dimension before the last", {"normalized_shape": (2, 4)}, normal(3, 1, 4))
    swapped = {"normalized_shape": (2, 3), "elementwise_affine": False}
    yield case("as many elements, dimensions swapped, no affine", swapped, normal(4, 3, 2))
    yield case("too few dimensions", {"normalized_shape": (2, 4)}, normal(4))

    large = normal(64, 256, 512)
    yield case("large", {"normalized_shape": 512}, large, state=weights(512), backward="run", size="x (64, 256, 512)")
