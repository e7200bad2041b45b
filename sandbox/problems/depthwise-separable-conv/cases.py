"""Kernels, strides and channels in combination, both dtypes, gradients, and test() before a good and three bad Nets."""

import torch

from sandbox.case import Call, Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape, dtype=torch.float32):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    def weights(inputs, outputs, kernel, dtype=torch.float32):
        return {
            "depthwise.weight": normal(inputs, 1, kernel, kernel, dtype=dtype),
            "pointwise.weight": normal(outputs, inputs, 1, 1, dtype=dtype),
        }

    def case(name, shape, outputs, *, dtype=torch.float32, backward="no", training=True, size="", **more):
        return Case(
            name,
            (Call({"x": normal(*shape, dtype=dtype)}, backward=backward),),
            init={"in_channels": shape[1], "out_channels": outputs, **more},
            state=weights(shape[1], outputs, more.get("kernel_size", 3), dtype),
            dtype="float64" if dtype == torch.float64 else None,
            training=training,
            size=size,
        )

    double = torch.float64
    yield case("defaults", (2, 3, 5, 7), 4)
    yield case("float64, fewer outputs", (2, 5, 4, 6), 2, dtype=double)
    yield case("as many outputs as inputs", (1, 3, 4, 5), 3)
    yield case("kernel 1", (2, 3, 4, 5), 6, kernel_size=1)
    yield case("kernel 5", (1, 2, 6, 9), 3, kernel_size=5, dtype=double)
    yield case("kernel 7 on a smaller image", (1, 2, 4, 3), 5, kernel_size=7, dtype=double)
    yield case("stride 2, odd sides", (2, 3, 7, 9), 4, stride=2)
    yield case("stride 2, even sides", (2, 3, 6, 10), 4, stride=2, dtype=double)
    yield case("stride 3, kernel 5", (1, 4, 11, 8), 2, stride=3, kernel_size=5, dtype=double)
    yield case("stride 3, kernel 1", (1, 4, 8, 7), 2, stride=3, kernel_size=1)
    yield case("one channel to one", (3, 1, 4, 5), 1)
    yield case("one pixel", (2, 3, 1, 1), 4)
    yield case("eval mode", (2, 3, 4, 5), 2, training=False)
    state = weights(2, 3, 5)
    yield Case("positional arguments", (Call([normal(2, 2, 7, 5)]),), init=[2, 3, 5, 2], state=state)

    yield case("gradients", (2, 3, 4, 5), 4, dtype=double, backward="compare")
    yield case(
        "gradients, kernel 5, stride 2", (1, 3, 6, 5), 2, dtype=double, backward="compare", kernel_size=5, stride=2
    )

    init = {"in_channels": 3, "out_channels": 5}
    yield Case("test 通过|test passes", (Call(function="test"), Call(function="test")), init=init)
    for name, stub in (
        ("输出多一个通道|one output channel too many", "_OneChannelTooMany"),
        ("普通卷积|an ordinary convolution", "_Ordinary"),
        ("带偏置的普通卷积|an ordinary convolution with a bias", "_OrdinaryWithBias"),
    ):
        zh, en = name.split("|")
        calls = (Call(function="test", replace={"Net": stub}), Call(function="test"))
        yield Case(f"test 应当发现：{zh}|test should notice: {en}", calls, init=init)

    yield case("large", (4, 48, 40, 28), 64, backward="run", size="x (4, 48, 40, 28), 64 output channels")
