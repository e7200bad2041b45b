"""Both modes over every relation of kernel, stride, padding and length; ties, negative values, gaps, leftovers at the
end; wrong modes and shapes; many short texts, and the largest input last.
"""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def inputs(n, c, length, kernel_size, stride, padding, values=None):
        windows = (length + 2 * padding - kernel_size) // stride + 1
        x = rng.standard_normal((n, c, length)) if values is None else rng.choice(values, (n, c, length))
        return {
            "x": x,
            "dy": rng.standard_normal((n, c, windows)),
            "kernel_size": kernel_size,
            "stride": stride,
            "padding": padding,
        }

    sizes = {
        "windows side by side": (2, 3, 8, 2, 2, 0),
        "overlapping windows": (3, 2, 7, 3, 1, 0),
        "overlap of one": (2, 4, 9, 3, 2, 0),
        "padding": (2, 3, 6, 3, 1, 1),
        "padding and stride": (3, 2, 7, 4, 2, 2),
        "gaps between windows": (2, 2, 11, 2, 4, 0),
        "positions left over at the end": (2, 3, 8, 3, 3, 0),
        "padding on the left only": (1, 4, 6, 3, 2, 1),
        "kernel 1": (2, 3, 5, 1, 1, 0),
        "kernel 1, stride 3": (2, 3, 8, 1, 3, 0),
        "kernel longer than the text": (2, 3, 4, 6, 1, 3),
        "global pooling": (3, 2, 6, 6, 1, 0),
        "text of one position": (4, 2, 1, 2, 1, 1),
        "one sample, one channel": (1, 1, 10, 5, 3, 2),
    }
    for mode in ("max", "avg"):
        for name, size in sizes.items():
            yield Case.of(f"{mode}: {name}", **inputs(*size), mode=mode)
        turned = inputs(2, 3, 8, 3, 2, 1)
        turned["x"] = rng.standard_normal((8, 3, 4))[:, :, ::2].T
        turned["dy"] = rng.standard_normal((4, 3, 2)).T
        yield Case.of(f"{mode}: not contiguous", **turned, mode=mode)
    yield Case.of("max: ties", **inputs(3, 4, 12, 4, 2, 1, values=[0.0, 1.0]), mode="max")
    yield Case.of("max: ties, windows side by side", **inputs(2, 3, 9, 3, 3, 0, values=[-1.0, 2.0]), mode="max")
    yield Case.of("max: all equal", **inputs(2, 3, 7, 3, 2, 1, values=[0.0]), mode="max")
    yield Case.of("max: all equal and negative, padding", **inputs(2, 2, 6, 4, 1, 2, values=[-3.0]), mode="max")
    yield Case.of("max: all negative, padding", **inputs(3, 2, 6, 5, 1, 2, values=[-7.0, -5.0, -2.5]), mode="max")
    yield Case.of("max: very negative, padding", **inputs(2, 3, 5, 3, 1, 1, values=[-1e300, -2e300]), mode="max")
    rising = inputs(2, 3, 9, 4, 1, 0)
    yield Case.of(
        "max: one position wins several windows", **{**rising, "x": np.sort(rising["x"])[:, :, ::-1]}, mode="max"
    )

    for mode in ("mean", "Max", "min", "", "average"):
        yield Case.of(f"mode {mode!r}", **inputs(2, 3, 6, 2, 2, 0), mode=mode)
    for mode in ("max", "avg"):
        for name, shape in (
            ("one window too many", (2, 3, 4)),
            ("one window too few", (2, 3, 2)),
            ("other samples", (1, 3, 3)),
            ("other channels", (2, 1, 3)),
            ("one value a channel", (2, 3, 1)),
            ("no channels", (2, 3)),
            ("as many values in another shape", (3, 2, 3)),
        ):
            yield Case.of(f"{mode}: dy with {name}", **{**inputs(2, 3, 6, 2, 2, 0), "dy": np.ones(shape)}, mode=mode)

    def uniform(n, c, length, kernel_size, stride, padding):
        windows = (length + 2 * padding - kernel_size) // stride + 1
        return {
            "x": rng.random((n, c, length)),
            "dy": rng.random((n, c, windows)),
            "kernel_size": kernel_size,
            "stride": stride,
            "padding": padding,
        }

    size = "x (500, 400, 4), kernel 2"
    yield Case.of("avg: many short texts", **uniform(500, 400, 4, 2, 1, 1), mode="avg", size=size)
    yield Case.of("max: large", **uniform(64, 128, 128, 3, 1, 1), mode="max", size="x (64, 128, 128), kernel 3")
