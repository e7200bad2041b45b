"""Training or not, with and without running statistics, for both ranks and dtypes; one value a channel; a mean that
dwarfs the deviation; the largest input last.
"""

import numpy as np

from sandbox.case import Call, Case


def cases(rng):
    def inputs(*shape, dtype=np.float64, tracked=True, shift=0.0, scale=1.0):
        channels = shape[1]
        x = rng.standard_normal(shape, dtype=dtype) * dtype(scale) + dtype(shift)
        mean, var, gamma, beta = (rng.standard_normal(channels).astype(dtype) for _ in range(4))
        var = var**2 + dtype(0.1)
        running = (mean + dtype(shift), var) if tracked else (None, None)
        return {"x": x, "running_mean": running[0], "running_var": running[1], "gamma": gamma, "beta": beta}

    single = np.float32
    for training in (True, False):
        mode = "training" if training else "evaluation"
        yield Case.of(f"{mode}, (N, C)", **inputs(5, 3), training=training)
        yield Case.of(f"{mode}, (N, C, H, W)", **inputs(2, 4, 3, 5), training=training)
        yield Case.of(f"{mode}, float32", **inputs(3, 2, 4, 3, dtype=single), training=training)
        yield Case.of(f"{mode}, (N, C), not tracked", **inputs(6, 4, tracked=False), training=training)
        yield Case.of(
            f"{mode}, (N, C, H, W), not tracked, float32",
            **inputs(2, 3, 5, 2, dtype=single, tracked=False),
            training=training,
            momentum=0.3,
        )
        yield Case.of(
            f"{mode}, momentum 0.75, eps 0.5", **inputs(4, 3, 2, 3), training=training, momentum=0.75, eps=0.5
        )
        wide = inputs(8, 3, 6, 5, dtype=single, shift=1000)
        yield Case.of(f"{mode}, float32, mean 1000", **wide, training=training)
        yield Case.of(f"{mode}, small values", **inputs(4, 5, scale=1e-3, tracked=training), training=training)
        yield Case.of(f"{mode}, one value a channel", **inputs(1, 3), training=training)
        yield Case.of(
            f"{mode}, one value a channel, not tracked", **inputs(1, 2, 1, 1, tracked=False), training=training
        )
        yield Case.of(f"{mode}, one image", **inputs(1, 3, 2, 4), training=training)
        yield Case.of(f"{mode}, one channel", **inputs(7, 1, dtype=single), training=training)
        yield Case.of(f"{mode}, two values a channel", **inputs(2, 4), training=training, momentum=1.0)
    yield Case.of("momentum 0", **inputs(4, 3), training=True, momentum=0.0)
    yield Case.of("constant channels", **{**inputs(4, 2, 3, 2), "x": np.full((4, 2, 3, 2), 2.5)}, training=True)
    turned = inputs(4, 6, 5, 3)
    turned["x"] = rng.random((6, 3, 5, 8))[:, :, :, ::2].transpose(3, 0, 2, 1)
    yield Case.of("not contiguous", **turned, training=True)
    again = inputs(6, 3)
    yield Case("three calls", tuple(Call(again | {"training": training}) for training in (True, False, True)))
    large = inputs(32, 64, 32, 32, dtype=single)
    yield Case.of("large", **large, training=True, size="x (32, 64, 32, 32)")
