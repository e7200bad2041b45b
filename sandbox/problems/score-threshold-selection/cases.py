"""Ties that sorting sample by sample gets wrong, precision that falls and rises again, targets met exactly or missed
by a hair (all in numbers that float64 holds exactly), no positives, no samples, scores outside [0, 1], wrong targets.
"""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def recall(name, scores, labels, target, **more):
        return Case.of(name, scores=np.asarray(scores, dtype=np.float64), labels=np.asarray(labels, dtype=np.int64),
                       target_recall=target, **more)  # fmt: skip

    def precision(name, scores, labels, target, **more):
        return Case.of(name, scores=np.asarray(scores, dtype=np.float64), labels=np.asarray(labels, dtype=np.int64),
                       target_precision=target, **more)  # fmt: skip

    def both(name, scores, labels, *targets):
        for target in targets:
            yield recall(f"{name}, recall {target}", scores, labels, target)
            yield precision(f"{name}, precision {target}", scores, labels, target)

    yield from both("no samples", [], [], 0.5)
    yield from both("one positive", [0.25], [1], 0.5, 1.0)
    yield from both("one negative", [0.25], [0], 0.01)
    yield from both("only negatives", [0.75, 0.5, 0.5], [0, 0, 0], 0.125)
    yield from both("only positives", [0.1, 0.9, 0.5], [1, 1, 1], 0.5, 1.0)
    yield Case.of("positional", np.array([0.3, 0.8, 0.5]), np.array([1, 1, 0]), 0.5)

    # Precision by falling threshold: 0/1, 1/2, 2/3, 3/4, 3/5 …: the best is neither first nor last.
    falls = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4]
    yield from both("precision rises and falls", falls, [0, 1, 1, 1, 0, 0], 0.5, 0.7, 0.75)
    yield precision("reached, missed, reached again", falls, [1, 0, 1, 1, 0, 1], 0.6)
    yield precision("reached only by the last", falls, [0, 0, 1, 1, 1, 1], 0.66)
    yield precision("reached only by the first", falls, [1, 0, 0, 1, 0, 0], 0.9)
    yield precision("never reached", falls, [0, 1, 0, 1, 0, 1], 0.75)

    # Half of the samples share a score: within them precision is 1 at first in one order, 0 in the other.
    for name, tied in (("positives first", [1, 1, 0, 0]), ("negatives first", [0, 0, 1, 1]), ("mixed", [1, 0, 0, 1])):
        scores, labels = [0.5] * 4 + [0.75, 0.25], [*tied, 1, 0]
        yield from both(f"tie, {name}", scores, labels, 0.5, 0.65, 0.7)
    yield from both("all scores equal", [0.5] * 8, [1, 0, 0, 1, 0, 0, 0, 0], 0.25, 0.375, 1.0)
    yield precision("tied at the top", [0.9, 0.9, 0.9, 0.1], [1, 1, 0, 0], 0.7)

    hair = 2.0**-40
    power = [1, 1, 0, 0, 1, 0, 1, 0]
    descending = [8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0]
    yield from both("met exactly", descending, power, 0.5, 0.25, 0.75)
    yield from both("missed by a hair", descending, power, 0.5 + hair, 0.75 + hair)
    yield from both("met by a hair", descending, power, 0.5 - hair, 0.75 - hair)
    yield precision("missed by a hair, all four", [4.0, 3.0, 2.0, 1.0], [0, 1, 0, 1], 0.5 + hair)

    spread = np.array([-3.5, 12.0, 0.0, -100.25, 7.5, 1e300, -1e300, 3.0])
    mixed = [1, 0, 1, 1, 0, 1, 0, 1]
    yield from both("logits", spread, mixed, 0.3, 0.55, 0.62, 1.0)
    yield from both("negative only", -np.abs(spread) - 1, mixed, 0.3, 0.6)
    yield from both("the answer is 0", [1.0, 0.0, -1.0], [0, 1, 0], 0.5, 1.0)
    near = 0.5 + np.arange(6) * 2.0**-52
    yield from both("neighbouring floats", near, [1, 0, 1, 0, 1, 1], 0.4, 0.7)
    yield recall("target is the int 1", [0.9, 0.2, 0.4], [1, 1, 0], 1)

    for seed in range(4):
        count = int(rng.integers(20, 60))
        scores = rng.integers(0, 12, count) / 8 - 0.25
        labels = (rng.random(count) < 0.2 + 0.15 * seed).astype(np.int64)
        yield from both(f"many ties, {seed}", scores, labels, *rng.uniform(0.05, 0.95, 2).round(3).tolist())
        yield from both(f"no ties, {seed}", rng.standard_normal(count), labels, float(rng.uniform(0.1, 0.9)))
    for scores in (rng.random(40)[::-2], rng.integers(0, 9, (20, 3)).astype(np.float64)[:, 1]):
        yield Case.of("not contiguous", scores, rng.integers(0, 2, 60)[::3], None, 0.55)

    ordinary = {"scores": np.array([0.5, 0.25]), "labels": np.array([1, 0])}
    yield Case.of("no target", **ordinary)
    yield Case.of("both None", **ordinary, target_recall=None, target_precision=None)
    yield Case.of("both targets", **ordinary, target_recall=0.5, target_precision=0.5)
    yield Case.of("both targets, positional", *ordinary.values(), 1.0, 1.0)
    yield Case.of("no samples, no target", np.zeros(0), np.zeros(0, dtype=np.int64))
    yield Case.of("no samples, both targets", np.zeros(0), np.zeros(0, dtype=np.int64), 0.5, 0.5)

    scores = rng.beta(2, 3, 1000).round(3)
    labels = (rng.random(1000) < scores).astype(np.int64)
    yield recall("large, recall", scores, labels, 0.9, size="N = 1000")
    yield precision("large, precision", scores, labels, 0.6, size="N = 1000")
