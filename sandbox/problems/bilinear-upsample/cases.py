"""Both ways of aligning for larger, smaller, equal and mixed sizes, whole ratios and others, lengths of 1 on either
side; ramps, where every wrong coordinate shows; strides; sizes below 1.
"""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def image(*shape):
        return rng.standard_normal(shape) * 10

    # (H, W) -> (out_h, out_w)
    sizes = [
        (2, 3, 4, 6), (3, 4, 6, 12), (3, 5, 7, 8), (4, 3, 5, 11), (6, 8, 3, 4), (9, 7, 4, 3), (5, 6, 9, 2),
        (7, 4, 3, 10), (3, 4, 3, 4), (5, 4, 5, 9), (4, 5, 7, 5), (6, 5, 1, 8), (5, 6, 8, 1), (4, 7, 1, 1), (1, 5, 4, 9),
        (5, 1, 8, 3), (1, 1, 3, 4), (1, 1, 1, 1), (2, 2, 2, 3), (1, 6, 1, 6), (12, 11, 5, 7), (2, 9, 31, 2),
    ]  # fmt: skip
    for height, width, out_h, out_w in sizes:
        for align in (False, True):
            name = f"{height} x {width} to {out_h} x {out_w}, align_corners={align}"
            yield Case.of(name, image(2, 3, height, width), out_h, out_w, align)
    yield Case.of("by name", x=image(1, 2, 4, 5), out_h=6, out_w=3, align_corners=True)
    yield Case.of("default", image(3, 1, 4, 5), 9, 12)

    ramp = np.add.outer(np.arange(5.0) * 100, np.arange(7.0))[None, None]
    for align in (False, True):
        yield Case.of(f"ramp, larger, align_corners={align}", ramp, 11, 13, align)
        yield Case.of(f"ramp, smaller, align_corners={align}", ramp, 3, 4, align)
        yield Case.of(f"large values, align_corners={align}", image(1, 2, 3, 4) * 1e8, 5, 7, align)
        yield Case.of(f"constant, align_corners={align}", np.full((1, 2, 3, 5), -2.5), 4, 8, align)
        strided = image(4, 5, 8, 12)[::2, ::-1, 1::2, ::-3]
        yield Case.of(f"not contiguous, align_corners={align}", strided, 7, 6, align)
        yield Case.of(f"channels last, align_corners={align}", image(2, 5, 4, 3).transpose(0, 3, 1, 2), 8, 9, align)

    for out_h, out_w in ((0, 4), (4, 0), (0, 0), (-1, 3), (3, -2)):
        yield Case.of(f"to {out_h} x {out_w}", image(1, 1, 3, 4), out_h, out_w)
    yield Case.of("to 0 x 5, align_corners=True", image(1, 1, 3, 4), 0, 5, True)

    yield Case.of("large", image(2, 3, 30, 36), 90, 100, size="(2, 3, 30, 36) to 90 x 100")
