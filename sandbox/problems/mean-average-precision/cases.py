"""Matching, order, interpolation and averaging one by one on crafted boxes; random scenes; then the largest size."""

import numpy as np

from sandbox.case import Case

FAR = [900.0, 900.0, 910.0, 910.0]


def scene(dets, gts, **more):
    """dets: (box, score, label, image) each; gts: (box, label, image) each."""
    return {
        "det_boxes": np.array([det[0] for det in dets], dtype=np.float64).reshape(-1, 4),
        "det_scores": np.array([det[1] for det in dets], dtype=np.float64),
        "det_labels": np.array([det[2] for det in dets], dtype=np.int64),
        "det_images": np.array([det[3] for det in dets], dtype=np.int64),
        "gt_boxes": np.array([gt[0] for gt in gts], dtype=np.float64).reshape(-1, 4),
        "gt_labels": np.array([gt[1] for gt in gts], dtype=np.int64),
        "gt_images": np.array([gt[2] for gt in gts], dtype=np.int64),
        **more,
    }


def random_scene(rng, dets, gts, labels, images, *, scores=None, extent=60.0, jitter=0.25):
    """Most detections are moved GTs, several for some of them; some have the wrong class or image."""
    corners = rng.uniform(0, extent, (gts, 2))
    gt_boxes = np.concatenate([corners, corners + rng.uniform(4, 20, (gts, 2))], axis=1)
    gt_labels, gt_images = rng.choice(labels, gts), rng.choice(images, gts)
    source = rng.integers(0, gts, dets)
    sides = gt_boxes[source, 2:] - gt_boxes[source, :2]
    moved = gt_boxes[source] + np.tile(sides, 2) * rng.uniform(-jitter, jitter, (dets, 4))
    det_labels = np.where(rng.random(dets) < 0.85, gt_labels[source], rng.choice(labels, dets))
    det_images = np.where(rng.random(dets) < 0.85, gt_images[source], rng.choice(images, dets))
    return {
        "det_boxes": moved,
        "det_scores": rng.random(dets) if scores is None else rng.choice(scores, dets),
        "det_labels": det_labels.astype(np.int64),
        "det_images": det_images.astype(np.int64),
        "gt_boxes": gt_boxes,
        "gt_labels": gt_labels.astype(np.int64),
        "gt_images": gt_images.astype(np.int64),
    }


def cases(rng):
    box, other = [0, 0, 10, 10], [40, 40, 50, 50]
    yield Case.of("nothing at all", **scene([], []))
    yield Case.of("no ground truth", **scene([(box, 0.9, 1, 1)], []))
    yield Case.of("no detections", **scene([], [(box, 1, 1), (other, 2, 1)]))
    yield Case.of("false positive first", **scene([(FAR, 0.9, 1, 1), (box, 0.8, 1, 1)], [(box, 1, 1), (other, 1, 1)]))
    yield Case.of(
        "a class with GTs and no detections counts, one without GTs does not",
        **scene([(box, 0.9, 1, 1), (box, 0.8, 7, 1), (other, 0.7, 8, 2)], [(box, 1, 1), (other, 2, 1)]),
    )
    yield Case.of(
        "right box, other image or other class",
        **scene(
            [(box, 0.9, 1, 2), (box, 0.8, 2, 1), (box, 0.7, 1, 1), (other, 0.6, 2, 2)],
            [(box, 1, 1), (other, 2, 2)],
        ),
    )
    yield Case.of(
        "second detection of one GT",
        **scene(
            [(box, 0.9, 1, 1), (box, 0.8, 1, 1), (box, 0.7, 1, 1), (other, 0.6, 1, 1)],
            [(box, 1, 1), (other, 1, 1)],
        ),
    )
    # Precision falls, rises and falls: only the envelope over what comes later gives the AP.
    squares = [[20.0 * n, 0.0, 20.0 * n + 10, 10.0] for n in range(7)]
    pattern = [False, True, True, False, True, False, False, True]
    found = iter(squares)
    dets = [(next(found) if hit else FAR, 0.9 - 0.1 * n, 3, 5) for n, hit in enumerate(pattern)]
    yield Case.of("precision goes up and down", **scene(dets, [(square, 3, 5) for square in squares]))

    # IoU exactly 1/2, and exactly 1 under threshold 1.
    half = [(([0, 0, 1, 2]), 0.9, 1, 1), (([10, 0, 12, 2]), 0.8, 1, 1)]
    gts = [([0, 0, 2, 2], 1, 1), ([10, 0, 12, 2], 1, 1)]
    yield Case.of("IoU exactly at the threshold", **scene(half, gts, iou_thr=0.5))
    yield Case.of("threshold 1", **scene(half, gts, iou_thr=1.0))
    # An overlap below the threshold must not use the GT up.
    low = [([0, 0, 10, 4], 0.9, 1, 1), ([0, 0, 10, 10], 0.8, 1, 1)]
    yield Case.of("too small an overlap leaves the GT free", **scene(low, [(box, 1, 1)]))
    # The best GT is taken already, another one would still pass the threshold: no falling back.
    crowd = [([0, 0, 10, 10], 0.9, 1, 1), ([0, 0, 10, 9], 0.8, 1, 1), ([0, 3, 10, 13], 0.7, 1, 1)]
    gts = [([0, 0, 10, 10], 1, 1), ([0, 2, 10, 12], 1, 1)]
    yield Case.of("no fallback to another GT", **scene(crowd, gts))
    # The first detection overlaps both GTs by exactly 1/2 and takes the one with the lower index.
    pair = [([0, 0, 4, 2], 1, 1), ([0, 2, 4, 4], 1, 1)]
    for name, second in (("upper", pair[0][0]), ("lower", pair[1][0])):
        tie = [([0, 0, 4, 4], 0.9, 1, 1), (second, 0.8, 1, 1), (FAR, 0.7, 1, 1)]
        yield Case.of(f"two GTs with the same IoU, then the {name} one", **scene(tie, pair))
    # Without sorting, or with equal scores turned round, the false positives move to the front.
    equal = [(box, 0.5, 1, 1), (FAR, 0.5, 1, 1), (other, 0.5, 1, 2), (FAR, 0.5, 1, 2)]
    yield Case.of("equal scores in input order", **scene(equal, [(box, 1, 1), (other, 1, 2), (box, 1, 3)]))
    yield Case.of(
        "many equal scores, default threshold",
        **random_scene(rng, 120, 40, [0, 1], [0, 1, 2], scores=[0.25, 0.5, 0.75]),
    )
    # Small boxes: +1 in width and height changes every IoU.
    small = random_scene(rng, 40, 15, [0, 1], [0, 1])
    small["det_boxes"], small["gt_boxes"] = small["det_boxes"] / 20, small["gt_boxes"] / 20
    yield Case.of("small boxes", **small, iou_thr=0.6)

    yield Case.of("negative ids", **scene([(box, 0.9, -3, -1), (FAR, 0.8, -3, -1)], [(box, -3, -1), (other, -5, -1)]))
    ids = [-7, 4, 10**12]
    yield Case.of("any ints as ids", **random_scene(rng, 60, 25, ids, [-(10**9), -1, 3, 2**40]), iou_thr=0.55)
    random = [
        random_scene(rng, int(rng.integers(1, 25)), int(rng.integers(1, 12)), [0, 1, 2], [0, 1]) for _ in range(40)
    ]
    thresholds = rng.choice([0.3, 0.45, 0.6, 0.75], 40).tolist()
    calls = [(*each.values(), threshold) for each, threshold in zip(random, thresholds, strict=True)]
    yield Case.batch("40 small random scenes", calls)
    crowded = random_scene(rng, 90, 40, [2, 5], [1], extent=25.0, jitter=0.4)
    yield Case.of("crowded image", **crowded, iou_thr=0.4)
    strided = {
        key: np.repeat(value, 2, axis=0)[::2] for key, value in random_scene(rng, 50, 20, [1, 2], [1, 2]).items()
    }
    strided["det_boxes"] = np.asfortranarray(strided["det_boxes"])
    yield Case.of("not contiguous", **strided)
    large = random_scene(rng, 2000, 500, list(range(10)), list(range(50)), extent=300.0)
    yield Case.of("large", **large, size="D = 2000, G = 500")
