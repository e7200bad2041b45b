"""Oblong images, alphas beyond both ends, masks from full to empty, channels that differ, equal images, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def scene(h, w, low=0.0, high=1.0):
        return rng.uniform(low, high, (h, w)), rng.random((h, w)), rng.random((h, w, 3)), rng.random((h, w, 3))

    def mask(h, w, share=0.5):
        chosen = rng.random((h, w)) < share
        chosen.flat[0] = True
        chosen.flat[-1] = h * w == 1
        return chosen

    for h, w in ((4, 6), (1, 1), (1, 7), (5, 1), (3, 3), (2, 3)):
        yield Case.of(f"{h} x {w}", *scene(h, w))
    names = ("alpha_pred", "alpha_gt", "fg", "bg")
    yield Case.of("by name", **dict(zip(names, scene(3, 5), strict=True)), mask=mask(3, 5))
    yield Case.of("mask None", *scene(5, 4), None)
    yield Case.of("alphas beyond both ends", *scene(6, 5, -1.5, 2.5))
    yield Case.of("alphas above 1", *scene(4, 5, 1.0, 1.5))
    yield Case.of("alphas below 0", *scene(4, 5, -0.5, 0.0))
    yield Case.of("alphas far away", *scene(3, 4, -300.0, 300.0), mask(3, 4))

    for share in (0.2, 0.5, 0.9):
        yield Case.of(f"mask of {share:.0%}", *scene(6, 7, -0.2, 1.2), mask(6, 7, share))
    yield Case.of("mask as wide as the channels", *scene(3, 3), mask(3, 3))
    yield Case.of("full mask", *scene(4, 5), np.ones((4, 5), dtype=bool))
    yield Case.of("empty mask", *scene(4, 5), np.zeros((4, 5), dtype=bool))
    yield Case.of("empty mask of one pixel", *scene(1, 1), np.zeros((1, 1), dtype=bool))
    one = np.zeros((5, 4), dtype=bool)
    one[3, 1] = True
    yield Case.of("mask of one pixel", *scene(5, 4), one)

    alpha, other, fg, bg = scene(4, 3)
    yield Case.of("equal alphas", alpha, alpha.copy(), fg, bg)
    partly = np.where(mask(4, 3), alpha, other)
    yield Case.of("equal in places", partly, other, fg, bg, np.ones((4, 3), dtype=bool))
    yield Case.of("equal where clipped", np.array([[1.7, -0.3]]), np.array([[1.0, 0.0]]), fg[:1, :2], bg[:1, :2])
    yield Case.of("foreground is the background", alpha, other, fg, fg.copy())
    yield Case.of("white on black", alpha, other, np.ones((4, 3, 3)), np.zeros((4, 3, 3)))
    yield Case.of("black on white", alpha, other, np.zeros((4, 3, 3)), np.ones((4, 3, 3)), mask(4, 3))
    yield Case.of("opposite channels", alpha, other, fg * [1, 0, 1], bg * [0, 1, 1])
    yield Case.of("one channel only", alpha, other, fg * [0, 0, 1], np.zeros((4, 3, 3)))
    hard = (alpha > 0.5).astype(float)
    yield Case.of("hard alphas", 1 - hard, hard, fg, bg, mask(4, 3))
    yield Case.of("small differences", alpha + 1e-5, alpha, fg, bg)

    alpha, other, fg, bg = scene(8, 9)
    yield Case.of(
        "not contiguous",
        alpha.T[::3],
        other[:3, :8],
        np.moveaxis(rng.random((3, 3, 8)), 0, -1),
        bg[:3, :8, ::-1].copy(),
        mask(8, 3).T,
    )
    yield Case.of("large", *scene(160, 120, -0.2, 1.2), mask(160, 120, 0.7), size="160 x 120")
