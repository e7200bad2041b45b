"""Lengths below, at and above the tile, with and without a remainder, in all pairs; models that change the number of
channels, the dtype, or the array that they get; order and number of calls are compared in every case.
"""

import numpy as np

from sandbox.case import Case, given


def cases(rng):
    def image(height, width, channels=2):
        return rng.standard_normal((height, width, channels)) * 10

    def case(name, img, tile, overlap, model, **more):
        return Case.of(name, img=img, tile=tile, overlap=overlap, fn=given(model), **more)

    yield Case.of("positional", image(5, 9), 4, 1, given("centred"))
    # (H, W, tile, overlap): exact fit, remainder, smaller than the tile, equal to it, one more than it.
    shapes = [
        (7, 10, 4, 1), (8, 12, 4, 0), (9, 14, 4, 0), (6, 11, 4, 2), (7, 8, 4, 3), (4, 9, 4, 2), (9, 4, 4, 2),
        (3, 10, 5, 2), (10, 3, 5, 2), (2, 3, 5, 4), (5, 6, 5, 1), (6, 5, 5, 4), (1, 13, 6, 5), (12, 1, 3, 1),
    ]  # fmt: skip
    for height, width, tile, overlap in shapes:
        name = f"{height} x {width}, tile {tile}, overlap {overlap}"
        yield case(name, image(height, width), tile, overlap, "place")
    yield case("tile 1", image(3, 4), 1, 0, "centred")
    yield case("one pixel", image(1, 1, 3), 1, 0, "place")
    yield case("one pixel, large tile", image(1, 1, 1), 100, 99, "identity")

    for model in ("identity", "centred", "one_channel", "seven_channels", "single_precision", "writes", "wipes"):
        yield case(f"{model}, with remainder", image(8, 11, 3), 4, 2, model)
        yield case(f"{model}, one tile", image(4, 5, 2), 6, 3, model)
    yield case("writes, dense overlap", image(6, 9, 1), 5, 4, "writes")
    yield case("wipes, no overlap but moved back", image(7, 9, 1), 4, 0, "wipes")
    yield case("constant image", np.full((5, 8, 2), 3.25), 3, 1, "place")
    yield case("large values", image(6, 7) * 1e8, 4, 3, "seven_channels")

    wide = image(20, 9, 6)
    yield case("not contiguous", wide[::2, ::-1, 1::3], 4, 1, "writes")
    yield case("axes in another order", image(3, 8, 7).transpose(2, 1, 0), 5, 2, "wipes")
    yield case("Fortran order", np.asfortranarray(image(7, 9, 3)), 4, 2, "centred")

    for tile, overlap in ((0, 0), (-1, 0), (0, -1), (-2, -3), (4, -1), (4, 4), (4, 5), (1, 1), (20, 20)):
        yield case(f"tile {tile}, overlap {overlap}", image(6, 7), tile, overlap, "identity")

    yield case("large", image(150, 190, 3), 40, 10, "seven_channels", size="150 x 190 x 3, tile 40, overlap 10")
