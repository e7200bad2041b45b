"""Even and odd sides down to 2, one sample, one class, several sizes in one model, gradients, and a larger batch."""

import torch

from sandbox.case import Call, Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape, dtype=torch.float32):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    def weights(channels, classes, dtype=torch.float32):
        # Biases as large as the rest: what a ReLU or a border does to them shows.
        return {
            "conv1.weight": normal(16, channels, 3, 3, dtype=dtype) * 0.4,
            "conv1.bias": normal(16, dtype=dtype),
            "conv2.weight": normal(32, 16, 3, 3, dtype=dtype) * 0.1,
            "conv2.bias": normal(32, dtype=dtype),
            "fc.weight": normal(classes, 32, dtype=dtype) * 0.3,
            "fc.bias": normal(classes, dtype=dtype),
        }

    def case(name, *shapes, classes=10, dtype=torch.float32, backward="no", training=True, size=""):
        channels = shapes[0][1]
        return Case(
            name,
            tuple(Call({"x": normal(*shape, dtype=dtype)}, backward=backward) for shape in shapes),
            init={"in_channels": channels, "num_classes": classes},
            state=weights(channels, classes, dtype),
            dtype="float64" if dtype == torch.float64 else None,
            training=training,
            size=size,
        )

    double = torch.float64
    yield Case("defaults", (Call({"x": normal(2, 3, 6, 8)}),), state=weights(3, 10), init={})
    yield Case("positional arguments", (Call([normal(2, 2, 4, 6)]),), init=[2, 5], state=weights(2, 5))
    yield case("float64", (2, 3, 8, 4), dtype=double)
    yield case("odd sides", (2, 3, 7, 9), classes=4, dtype=double)
    yield case("odd height", (3, 1, 5, 6), classes=3)
    yield case("odd width", (3, 2, 4, 7), classes=3)
    yield case("2 x 2", (2, 3, 2, 2))
    yield case("2 x 3", (2, 3, 2, 3), dtype=double)
    yield case("one sample", (1, 3, 6, 4))
    yield case("one sample, one class", (1, 2, 4, 5), classes=1)
    yield case("one class", (3, 3, 5, 4), classes=1, dtype=double)
    yield case("one channel", (2, 1, 6, 4), classes=2)
    yield case("several sizes in one model", (2, 3, 8, 6), (1, 3, 5, 11), (3, 3, 2, 4), (2, 3, 32, 32), classes=4)
    yield case("train mode, three times", (2, 3, 6, 5), (2, 3, 6, 5), (2, 3, 6, 5))
    yield case("eval mode", (2, 3, 6, 5), training=False)
    yield Case(
        "large values",
        (Call({"x": normal(2, 3, 6, 4, dtype=double) * 1e4}),),
        init={},
        state=weights(3, 10, double),
        dtype="float64",
    )

    yield case("gradients", (2, 2, 4, 6), classes=3, dtype=double, backward="compare")
    yield case("gradients, odd sides", (1, 3, 5, 7), classes=4, dtype=double, backward="compare")
    yield case("large", (16, 3, 48, 40), backward="run", size="x (16, 3, 48, 40)")
