"""Kernels, strides, multipliers and biases in combination, uneven sides, both dtypes, gradients, and a large batch."""

import torch

from sandbox.case import Call, Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape, dtype=torch.float32):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    def case(name, shape, *, dtype=torch.float32, backward="no", training=True, size="", **more):
        init = {"channels": shape[1], **more}
        kernel, outputs = init.get("kernel_size", 3), shape[1] * init.get("multiplier", 1)
        state = {"conv.weight": normal(outputs, 1, kernel, kernel, dtype=dtype)}
        if init.get("bias"):
            state["conv.bias"] = normal(outputs, dtype=dtype)
        return Case(
            name,
            (Call({"x": normal(*shape, dtype=dtype)}, backward=backward),),
            init=init,
            state=state,
            dtype="float64" if dtype == torch.float64 else None,
            training=training,
            size=size,
        )

    double = torch.float64
    yield case("defaults", (2, 3, 5, 7))
    yield case("float64", (2, 5, 6, 4), dtype=double)
    yield case("kernel 1", (2, 3, 4, 5), kernel_size=1)
    yield case("kernel 5", (1, 2, 6, 9), kernel_size=5, dtype=double)
    yield case("kernel 7 on a smaller image", (1, 3, 4, 3), kernel_size=7, dtype=double)
    yield case("stride 2, odd sides", (2, 3, 7, 9), stride=2)
    yield case("stride 2, even sides", (2, 3, 6, 10), stride=2, dtype=double)
    yield case("stride 3, kernel 1", (1, 4, 8, 7), stride=3, kernel_size=1)
    yield case("stride 3, kernel 5", (1, 2, 11, 8), stride=3, kernel_size=5, bias=True, dtype=double)
    yield case("with a bias", (2, 4, 3, 5), bias=True)
    # Here as many kernels as channels in the other order have the same shape.
    yield case("multiplier 2", (2, 3, 4, 6), multiplier=2)
    yield case("multiplier 3 of two channels", (1, 2, 5, 4), multiplier=3, bias=True, dtype=double)
    yield case("one channel, multiplier 4", (3, 1, 4, 5), multiplier=4)
    yield case("one channel", (2, 1, 3, 4), bias=True)
    yield case("one pixel", (2, 3, 1, 1), kernel_size=3, bias=True)
    yield case("one row", (1, 3, 1, 8), stride=2)
    yield case("eval mode", (2, 3, 4, 5), training=False, bias=True)
    positional = [2, 5, 2, 2, True]
    state = {"conv.weight": normal(4, 1, 5, 5), "conv.bias": normal(4)}
    yield Case("positional arguments", (Call([normal(2, 2, 7, 5)]),), init=positional, state=state)
    sizes = tuple(Call({"x": normal(1, 2, *side)}) for side in ((4, 6), (5, 3), (4, 6)))
    yield Case("several sizes", sizes, init={"channels": 2}, state={"conv.weight": normal(2, 1, 3, 3)})

    yield case("gradients", (2, 3, 4, 5), dtype=double, backward="compare")
    everything = {"kernel_size": 5, "stride": 2, "multiplier": 2, "bias": True}
    yield case("gradients, everything at once", (2, 3, 6, 5), dtype=double, backward="compare", **everything)

    large = "x (4, 64, 40, 28)"
    yield case("large", (4, 64, 40, 28), backward="run", size=large)
