"""Each rule on crafted boxes: scores and IoUs exactly at thresholds, ties, greedy traps; then random frames."""

import numpy as np

from sandbox.case import Case

FAR = [500, 500, 510, 510]


def given(tracks, dets, **more):
    """dets: (box, score) each."""
    return {
        "track_boxes": np.array(tracks, dtype=np.float64).reshape(-1, 4),
        "det_boxes": np.array([box for box, _ in dets], dtype=np.float64).reshape(-1, 4),
        "det_scores": np.array([score for _, score in dets], dtype=np.float64),
        **more,
    }


def random_frame(rng, tracks, dets, *, extent=60.0, jitter=2.0):
    """Detections are moved tracks and a few boxes of their own; scores on both sides of both thresholds."""
    corners = rng.uniform(0, extent, (tracks, 2))
    track_boxes = np.concatenate([corners, corners + rng.uniform(6, 14, (tracks, 2))], axis=1)
    det_boxes = track_boxes[rng.integers(0, tracks, dets)] + rng.normal(0, jitter, (dets, 4)).clip(-2.9, 2.9)
    alone = rng.random(dets) < 0.2
    det_boxes[alone] += rng.uniform(-extent, extent, (int(alone.sum()), 1))
    return track_boxes, det_boxes, rng.choice([0.95, 0.8, 0.65, 0.55, 0.4, 0.2, 0.05], dets)


def cases(rng):
    one, two, three = [0, 0, 10, 10], [20, 0, 30, 10], [40, 0, 50, 10]
    yield Case.of("nothing", **given([], []))
    yield Case.of("no tracks", **given([], [(one, 0.9), (two, 0.3), (three, 0.05), (one, 0.7)]))
    yield Case.of("no detections", **given([one, two, three], []))
    yield Case.of("low detections only", **given([one, two], [(two, 0.3), (one, 0.2), (three, 0.4)]))
    yield Case.of("high detections only", **given([one, two], [(three, 0.9), (two, 0.7)]))
    yield Case.of("all dropped", **given([one], [(one, 0.05), (one, 0.0)]))
    yield Case.of(
        "one of each",
        **given([one, two, three], [(FAR, 0.9), (three, 0.3), (two, 0.05), (one, 0.8), (FAR, 0.4)]),
    )
    # A low detection fits better, but high ones are matched first.
    yield Case.of("high before low", **given([one], [(one, 0.3), ([0, 3, 10, 13], 0.7)]))
    yield Case.of("low for what is left", **given([one, two], [(one, 0.3), (two, 0.3), ([0, 1, 10, 11], 0.9)]))
    # iou_low 0.5 is stricter than iou_high 0.2: an overlap of 1/3 passes only in stage 1.
    third = [0, 5, 10, 15]
    yield Case.of("overlap between both thresholds", **given([one, two], [(third, 0.9), ([20, 5, 30, 15], 0.3)]))
    yield Case.of(
        "other thresholds", **given([one, two], [(third, 0.9), ([20, 5, 30, 15], 0.3)], iou_high=0.5, iou_low=0.2)
    )

    # Scores exactly at high and low; all numbers are dyadic.
    scores = (0.75, 0.5, 0.25, 0.125)
    boxes = [[20 * n, 0, 20 * n + 10, 10] for n in range(4)]
    at_limits = [(box, score) for box, score in zip(boxes, scores, strict=True)]
    for high, low in ((0.75, 0.25), (0.5, 0.125), (0.5, 0.25), (0.25, 0.125)):
        yield Case.of(f"scores at high {high} and low {low}", **given(boxes, at_limits, high=high, low=low))
        yield Case.of(f"scores at high {high} and low {low}, no tracks", **given([], at_limits, high=high, low=low))
    yield Case.of("low 0", **given([one, two], [(one, 0.0), (two, 0.9)], high=0.5, low=0.0))
    # IoU exactly 1/2 and 1/4 with the track.
    half, quarter = [0, 0, 10, 5], [0, 0, 5, 5]
    for score, key in ((0.9, "iou_high"), (0.3, "iou_low")):
        for box, threshold in ((half, 0.5), (quarter, 0.25), (quarter, 0.5), (one, 1.0), (half, 1.0)):
            name = f"{key} {threshold}, area {box[2] * box[3]} of 100"
            yield Case.of(name, **given([one], [(box, score)], **{key: threshold}))

    # Track 0 has the better of its two partners taken by track 1; the sum would be larger the other way round.
    shifted = [[0, 0, 10, 10], [0, 2, 10, 12]]
    yield Case.of("greedy is not optimal", **given(shifted, [([0, 2, 10, 12], 0.9), ([0, 7, 10, 17], 0.9)]))
    yield Case.of(
        "best pair first, not track by track", **given(shifted, [([0, 3, 10, 13], 0.9), ([0, 12, 10, 22], 0.8)])
    )
    yield Case.of("best pair first, not by score", **given([one], [([0, 2, 10, 12], 0.95), ([0, 1, 10, 11], 0.7)]))
    yield Case.of("greedy in stage 2", **given(shifted, [([0, 3, 10, 13], 0.3), ([0, 4, 10, 14], 0.2)], iou_low=0.3))
    # Equal IoUs: a detection between two tracks, a track between two detections, twins of both.
    pair = [[0, 0, 4, 2], [0, 2, 4, 4]]
    for score in (0.9, 0.3):
        more = {"iou_low": 0.25}
        yield Case.of(f"two tracks, equal IoU, score {score}", **given(pair, [([0, 0, 4, 4], score)], **more))
        yield Case.of(
            f"two detections, equal IoU, score {score}", **given([[0, 0, 4, 4]], [(box, score) for box in pair], **more)
        )
        yield Case.of(
            f"twins, score {score}", **given([one, two, one], [(two, score), (one, score), (one, score)], **more)
        )
    yield Case.of(
        "tie: the smaller track before the smaller detection", **given(pair, [(pair[1], 0.9), (pair[0], 0.9)])
    )
    crossed = [([0, 1, 4, 3], 0.9), ([0, 0, 4, 4], 0.9)]
    yield Case.of("several ties", **given([*pair, [0, 1, 4, 3]], crossed))
    yield Case.of("equal scores do not matter", **given([one, two], [(two, 0.9), (one, 0.9), (FAR, 0.9)]))
    yield Case.of("apart in both directions", **given([[0, 0, 4, 4]], [([6, 7, 9, 9], 0.9), ([-8, -9, -5, -6], 0.3)]))
    tiny = [[0, 0, 0.5, 0.5], [2, 2, 2.5, 2.5]]
    yield Case.of(
        "small boxes",
        **given(tiny, [([0.25, 0.3, 0.75, 0.8], 0.9), ([2.2, 2, 2.7, 2.5], 0.3), ([1, 1, 1.5, 1.5], 0.7)]),
    )

    yield Case.of("defaults, positional", *random_frame(rng, 8, 14))
    frames = [random_frame(rng, int(rng.integers(1, 9)), int(rng.integers(1, 14)), extent=30.0) for _ in range(40)]
    settings = [(0.6, 0.1, 0.2, 0.5), (0.5, 0.3, 0.35, 0.15), (0.7, 0.1, 0.6, 0.4), (0.6, 0.3, 0.1, 0.05)]
    yield Case.batch("40 small random frames", [(*frame, *settings[n % 4]) for n, frame in enumerate(frames)])
    yield Case.of("crowd", *random_frame(rng, 30, 50, extent=25.0), 0.6, 0.1, 0.3, 0.3)
    strided = [np.repeat(array, 2, axis=0)[::2] for array in random_frame(rng, 12, 20)]
    yield Case.of("not contiguous", np.asfortranarray(strided[0]), *strided[1:])
    yield Case.of("large", *random_frame(rng, 200, 300, extent=150.0), 0.6, 0.1, 0.2, 0.3, size="T = 200, D = 300")
