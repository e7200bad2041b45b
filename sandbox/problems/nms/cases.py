"""Random boxes with every edge of the contract: ties, exact thresholds, no area, no boxes, strides, size."""

import numpy as np

from sandbox.case import Case


def random_boxes(rng, count, extent, largest):
    corner = rng.uniform(0, extent, (count, 2))
    return np.concatenate([corner, corner + rng.uniform(0.1, largest, (count, 2))], axis=1)


def cases(rng):
    yield Case.of("no boxes", boxes=np.zeros((0, 4)), scores=np.zeros(0), iou_threshold=0.5)
    yield Case.of("one box", boxes=random_boxes(rng, 1, 10, 5), scores=rng.random(1), iou_threshold=0.0)
    yield Case.of("few boxes", boxes=random_boxes(rng, 30, 20, 10), scores=rng.random(30), iou_threshold=0.4)

    # [0,0,2,2] against [0,0,1,2]: IoU is exactly 1/2; against [0,0,1,1]: 1/4; against [0,0,2,1.5]: 3/4.
    exact = np.array([[0, 0, 2, 2], [0, 0, 1, 2], [0, 0, 1, 1], [0, 0, 2, 1.5]], dtype=np.float64)
    for threshold in (0.25, 0.5, 0.75):
        scores = np.array([0.9, 0.8, 0.7, 0.6])
        yield Case.of(f"IoU exactly {threshold}", boxes=exact, scores=scores, iou_threshold=threshold)

    repeated = np.repeat(random_boxes(rng, 10, 30, 8), 4, axis=0)
    tied = rng.integers(0, 3, 40) / 4
    yield Case.of("equal scores, repeated boxes", boxes=repeated, scores=tied, iou_threshold=0.5)
    yield Case.of("all scores equal", boxes=random_boxes(rng, 25, 12, 6), scores=np.full(25, 0.5), iou_threshold=0.3)
    negative = -np.sort(rng.random(20) * 100)
    yield Case.of("negative scores", boxes=random_boxes(rng, 20, 10, 6), scores=negative, iou_threshold=0.2)

    # A chain in which the middle box is dropped and must then not drop the last.
    chain = np.array([[0, 0, 10, 10], [4, 0, 14, 10], [8, 0, 18, 10], [12, 0, 22, 10]], dtype=np.float64)
    yield Case.of("chain", boxes=chain, scores=np.array([0.9, 0.8, 0.7, 0.6]), iou_threshold=0.3)

    flat = random_boxes(rng, 12, 5, 3)
    flat[::3, 2] = flat[::3, 0]
    flat[1] = flat[0]
    flat[4] = [1, 1, 1, 1]
    flat[5] = [1, 1, 1, 1]
    yield Case.of("boxes without area", boxes=flat, scores=rng.random(12), iou_threshold=0.0)
    yield Case.of("threshold 1", boxes=repeated, scores=rng.random(40), iou_threshold=1.0)
    yield Case.of(
        "touching edges",
        boxes=np.array([[0.0, 0, 1, 1], [1, 0, 2, 1], [0, 1, 1, 2]]),
        scores=np.array([0.3, 0.2, 0.1]),
        iou_threshold=0.0,
    )
    # Small boxes, where a +1 in the width changes the outcome; negative coordinates.
    yield Case.of("small boxes", boxes=random_boxes(rng, 60, 2, 0.9) - 1.0, scores=rng.random(60), iou_threshold=0.3)

    wide = random_boxes(rng, 50, 20, 9)
    strided = np.zeros((50, 8))[:, ::2]
    strided[:] = wide
    yield Case.of("not contiguous", boxes=strided, scores=rng.random(100)[::2], iou_threshold=0.35)

    count = 4000
    centres = random_boxes(rng, count, 2300, 60)
    yield Case.of("large", boxes=centres, scores=rng.random(count), iou_threshold=0.15, size=f"N = {count}")
