"""Sizes that divide and that do not, every shift, windows larger than the map, one window without a shift (where
views are easily returned), reversing without or after another partition, altered windows, dtypes, wrong sizes.
"""

import numpy as np

from sandbox.case import Call, Case, result


def cases(rng):
    def image(*shape, dtype=np.float32):
        return (rng.standard_normal(shape) * 50).astype(dtype)

    def partition(x):
        return Call([x], method="partition")

    def reverse(windows, height, width):
        return Call([windows, height, width], method="reverse")

    def windows_of(batch, height, width, channels, w, dtype=np.float32):
        """Random windows, not zero where the padding was."""
        return image(batch * -(-height // w) * -(-width // w), w, w, channels, dtype=dtype)

    def both(name, shape, w, shift, dtype=np.float32):
        calls = (partition(image(*shape, dtype=dtype)), reverse(result(0), *shape[1:3]))
        return Case(name, calls, init={"w": w, "shift": shift})

    yield both("divides, no shift", (2, 4, 6, 3), 2, 0)
    yield both("divides, shift 1", (2, 6, 9, 2), 3, 1)
    yield both("divides, shift 2", (1, 6, 9, 4), 3, 2)
    yield both("rows are padded", (2, 5, 6, 2), 3, 0)
    yield both("columns are padded", (2, 6, 4, 2), 3, 1)
    yield both("both are padded, shift 1", (2, 5, 7, 3), 3, 1)
    yield both("both are padded, shift 3", (3, 5, 10, 2), 4, 3)
    yield both("window larger than the map", (2, 2, 3, 4), 5, 2)
    yield both("window larger than the map, no shift", (2, 2, 3, 4), 5, 0)
    yield both("one pixel", (1, 1, 1, 1), 4, 3)
    yield both("one channel, long", (1, 3, 17, 1), 4, 2)
    yield both("w = 1", (2, 3, 4, 5), 1, 0)

    # Nothing is padded, rolled or moved: what comes back is easily a view of what came in.
    for shape in ((1, 3, 3, 4), (2, 3, 3, 2), (2, 3, 6, 2), (1, 6, 3, 2)):
        yield both(f"a view would do, {shape}", shape, 3, 0)
    yield Case("only reversed, a view would do", (reverse(image(2, 3, 3, 4), 3, 3),), init=[3])

    for dtype in ("uint8", "int16", "int32", "int64", "float16", "float64"):
        yield both(f"{dtype}", (2, 5, 4, 3), 3, 2, dtype=dtype)
    large = np.array([[[[2**62 + 1], [-(2**62) - 3], [2**53 + 1]]]])
    yield Case("large integers", (partition(large), reverse(result(0), 1, 3)), init=[2, 1])

    for shift in (0, 2):
        wide = image(4, 7, 10, 6)[::2, ::-1, 1:, ::3]
        yield Case(f"not contiguous, shift {shift}", (partition(wide), reverse(result(0), 7, 9)), init=[3, shift])
    turned = image(3, 3, 5, 8).transpose(3, 2, 1, 0)[::2]
    yield Case("axes in another order", (partition(turned),), init=[2, 1])
    flipped = windows_of(2, 5, 7, 4, 3)[..., ::-1].transpose(0, 2, 1, 3)
    yield Case("windows not contiguous", (reverse(flipped, 5, 7),), init=[3, 1])

    for batch, height, width, w, shift in ((1, 4, 6, 2, 1), (2, 5, 7, 3, 1), (3, 3, 10, 4, 0), (2, 2, 9, 5, 4)):
        name = f"fresh object, {batch} x {height} x {width}, w {w}, shift {shift}"
        call = Call({"windows": windows_of(batch, height, width, 2, w), "H": height, "W": width}, method="reverse")
        yield Case(name, (call,), init={"w": w, "shift": shift})
    # 12 windows are 3 samples of (2, 2), 2 of (2, 3), 1 of (3, 4), 4 of (1, 3) …
    dozen = image(12, 3, 3, 2)
    sizes = ((5, 4), (6, 9), (8, 12), (2, 8), (12, 7), (1, 1))
    yield Case("one object, many shapes", tuple(reverse(dozen, *size) for size in sizes), init=[3, 2])
    calls = (
        partition(image(2, 5, 7, 3)),
        reverse(windows_of(1, 4, 9, 2, 3, np.float64), 4, 9),
        partition(image(1, 3, 3, 1, dtype=np.int32)),
        reverse(result(0), 5, 7),
        reverse(windows_of(3, 6, 2, 1, 3), 6, 2),
    )
    yield Case("other shapes in between", calls, init=[3, 1])
    calls = (partition(image(2, 5, 7, 3)), reverse(windows_of(2, 5, 7, 3, 3), 5, 7))
    yield Case("windows replaced by others", calls, init=[3, 2])
    x = image(2, 4, 5, 2)
    yield Case("twice the same", (partition(x), partition(x)), init={"shift": 1, "w": 2})

    for w, shift in ((0, 0), (-1, 0), (-3, -5), (3, -1), (3, 3), (3, 4), (1, 1), (2, 7), (0, -1)):
        yield Case(f"w {w}, shift {shift}", init=[w, shift])
    yield Case("largest shift", (partition(image(1, 4, 8, 2)),), init=[4, 3])

    x = image(2, 50, 55, 6)
    yield Case("large", (partition(x), reverse(result(0), 50, 55)), init=[7, 3], size="x (2, 50, 55, 6), w = 7")
