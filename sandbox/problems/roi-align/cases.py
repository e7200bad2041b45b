"""RoIs within, across and outside the border, on its limits exactly, of no size, scales, uneven bins, gradients."""

import torch

from sandbox.case import Call, Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape):
        return torch.randn(shape, generator=generator, dtype=torch.float64)

    def boxes(*rows):
        return torch.tensor(rows, dtype=torch.float64).reshape(-1, 4)

    def anywhere(count, height, width, *, beyond=0.0):
        """Random RoIs in a map of this size, that many pixels beyond its border."""
        low, high = torch.tensor([-beyond, -beyond]), torch.tensor([width + beyond, height + beyond])
        corners = torch.rand((count, 2, 2), generator=generator, dtype=torch.float64) * (high - low) + low
        return corners.sort(dim=1).values.reshape(count, 4)

    def case(name, feat, rois, out_size, *, backward="no", size="", **more):
        arguments = {"feat": feat, "rois": rois, "out_size": out_size, **more}
        only = ("feat",) if backward != "no" else None
        return Case(name, (Call(arguments, backward=backward, gradients_of=only),), size=size)

    yield case("within the map", normal(2, 7, 9), anywhere(3, 7, 9), (2, 3))
    yield Case.of("positional", normal(3, 6, 8), anywhere(2, 12, 16), (3, 2), 0.5, 3)
    yield case("one bin, one sample", normal(1, 5, 6), anywhere(3, 5, 6), (1, 1), sampling=1)
    yield case("sampling 1", normal(2, 6, 5), anywhere(3, 6, 5), (3, 2), sampling=1)
    yield case("sampling 4", normal(2, 6, 5), anywhere(2, 6, 5), (2, 3), sampling=4)
    yield case("scale 0.25", normal(2, 6, 8), anywhere(4, 24, 32), (2, 2), scale=0.25)
    yield case("scale 0.3", normal(2, 6, 8), anywhere(3, 20, 26), (2, 3), scale=0.3)
    yield case("scale 2", normal(2, 9, 7), anywhere(3, 4, 3), (2, 2), scale=2.0)
    yield case("across the border", normal(2, 6, 8), anywhere(6, 6, 8, beyond=4.0), (3, 4))
    yield case("across the border, scaled", normal(2, 6, 8), anywhere(5, 12, 16, beyond=9.0), (4, 3), scale=0.5)
    outside = boxes([-9, -8, -3, -2], [20, 1, 25, 4], [1, 30, 4, 35], [-20, 2, -10, 4], [2, -12, 5, -7])
    yield case("wholly outside", normal(2, 6, 8), outside, (2, 2))
    yield case("larger than the map", normal(2, 4, 6), boxes([-10, -7, 15, 12], [-1, -1, 7, 5]), (5, 4))
    # Sample points at -1 and H or W exactly count, and a little further out they do not: all numbers here are dyadic.
    limits = [[at, 2.0, at, 2.0] for at in (-0.5, -0.625, 0.0, 0.5, 7.5, 8.0, 8.5, 8.625)]
    yield case("limits in x", normal(2, 6, 8), boxes(*limits), (1, 1), sampling=1)
    limits = [[3.0, at, 3.0, at] for at in (-0.5, -0.625, 0.0, 0.5, 5.5, 6.0, 6.5, 6.625)]
    yield case("limits in y", normal(2, 6, 8), boxes(*limits), (1, 1), sampling=1)
    yield case("no size", normal(2, 6, 8), boxes([3.25, 2.5, 3.25, 2.5], [1.0, 4.0, 1.0, 4.0]), (2, 3))
    yield case("no height", normal(2, 6, 8), boxes([1.3, 2.7, 5.9, 2.7]), (3, 2))
    yield case("less than a pixel", normal(2, 6, 8), boxes([3.1, 2.2, 3.6, 2.5], [6.9, 5.4, 7.2, 5.5]), (2, 3))
    yield case("whole numbers", normal(2, 6, 8), boxes([0, 0, 8, 6], [2, 1, 6, 3], [1, 1, 2, 2]), (2, 4))
    yield case("on feature values", normal(1, 6, 8), boxes([0.5, 0.5, 4.5, 4.5]), (4, 4), sampling=1)
    yield case("no RoI", normal(3, 5, 4), boxes(), (2, 3))
    yield case("one pixel", normal(2, 1, 1), boxes([0, 0, 1, 1], [-1, -1, 2, 2], [0.2, 0.1, 0.6, 0.9]), (2, 2))
    yield case("one row", normal(2, 1, 7), anywhere(3, 1, 7, beyond=1.0), (2, 2))
    yield case("one column", normal(2, 6, 1), anywhere(3, 6, 1, beyond=1.0), (3, 2))
    yield case("square", normal(3, 5, 5), anywhere(3, 5, 5, beyond=1.0), (3, 3))

    yield case("gradients", normal(2, 5, 6), anywhere(3, 5, 6), (2, 3), backward="compare")
    yield case(
        "gradients across the border",
        normal(2, 4, 6),
        anywhere(4, 8, 12, beyond=5.0),
        (3, 2),
        scale=0.5,
        backward="compare",
    )
    yield case("gradients, wholly outside", normal(2, 6, 8), outside, (2, 2), backward="compare")
    large = anywhere(8, 128, 128, beyond=16.0)
    yield case(
        "large", normal(8, 32, 32), large, (7, 7), scale=0.25, backward="run", size="feat (8, 32, 32), R = 8, 7 x 7"
    )
