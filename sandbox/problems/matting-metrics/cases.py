"""Images down to 2 pixels a side, trimaps with all, some and none unknown, edges in every direction, size.

sad and grad of small images are small against the absolute tolerance, hence a few larger ones.
"""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def pair(h, w):
        return rng.random((h, w)), rng.random((h, w))

    def trimap(h, w, share=0.5):
        chosen = rng.choice([0, 128, 255], (h, w), p=[(1 - share) / 2, share, (1 - share) / 2])
        chosen.flat[0], chosen.flat[-1] = 255, 128
        return chosen.astype(np.uint8)

    for h, w in ((5, 7), (2, 2), (2, 6), (6, 2), (3, 3), (2, 3), (12, 9)):
        yield Case.of(f"{h} x {w}", *pair(h, w))
        yield Case.of(f"{h} x {w} with a trimap", *pair(h, w), trimap(h, w))
    pred, gt = pair(4, 6)
    yield Case.of("by name", pred=pred, gt=gt, trimap=trimap(4, 6))
    yield Case.of("trimap None", pred, gt, None)
    yield Case.of("all unknown", pred, gt, np.full((4, 6), 128, dtype=np.uint8))
    yield Case.of("known foreground only", pred, gt, np.full((4, 6), 255, dtype=np.uint8))
    yield Case.of("known background only", pred, gt, np.zeros((4, 6), dtype=np.uint8))
    known = trimap(4, 6)
    known[known == 128] = 0
    yield Case.of("nothing unknown", pred, gt, known)
    one = np.full((4, 6), 255, dtype=np.uint8)
    one[2, 3] = 128
    yield Case.of("one pixel unknown", pred, gt, one)
    one = np.zeros((4, 6), dtype=np.uint8)
    one[0, 5] = 128
    yield Case.of("one corner unknown", pred, gt, one)
    band = np.full((9, 8), 255, dtype=np.uint8)
    band[3:6], band[6:] = 128, 0
    yield Case.of("a band unknown", *pair(9, 8), band)
    yield Case.of("few pixels unknown", *pair(9, 8), trimap(9, 8, 0.1))

    yield Case.of("perfect", gt, gt.copy())
    yield Case.of("perfect with a trimap", gt, gt.copy(), trimap(4, 6))
    yield Case.of("constant offset: no gradient error", gt * 0.5 + 0.4, gt * 0.5)
    yield Case.of("inverted: gradients of equal length", 1 - gt, gt)
    step = np.tile([0.0, 0, 0, 1, 1, 1], (5, 1))
    yield Case.of("vertical edge, moved", np.roll(step, 1, axis=1), step)
    yield Case.of("horizontal edge", step.T.copy(), np.zeros((6, 5)))
    yield Case.of("edges crossing", step, step[:, ::-1].copy())
    ramp = np.linspace(0, 1, 30).reshape(5, 6)
    yield Case.of("ramp against flat", ramp, np.full((5, 6), 0.5), trimap(5, 6))
    yield Case.of("ones against zeros", np.ones((3, 5)), np.zeros((3, 5)))
    yield Case.of("quadratic at the border", np.arange(7.0)[:, None] ** 2 / 49 * np.ones((1, 4)), np.zeros((7, 4)))

    pred, gt = pair(8, 10)
    yield Case.of("not contiguous", pred[::2, 1::2], gt.T[::2, :5].T[:4, :5], trimap(5, 4).T)
    yield Case.of("large", *pair(200, 150), trimap(200, 150, 0.6), size="200 x 150")
