"""Masks of every density, junk of every kind behind them, logits of either sign up to 1e4, no elements, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def batch(n, c, share=0.6, scale=2.0):
        logits = rng.standard_normal((n, c)) * scale
        return logits, rng.integers(0, 2, (n, c)).astype(float), rng.random((n, c)) < share

    def hidden(n, c, logit, target, share=0.6):
        """A batch with these values where it is not valid, and at least one place of each kind."""
        logits, targets, valid = batch(n, c, share)
        valid.flat[0], valid.flat[-1] = True, False
        logits[~valid], targets[~valid] = logit, target
        return logits, targets, valid

    for n, c in ((3, 5), (5, 3), (4, 4), (1, 6), (6, 1), (1, 1)):
        yield Case.of(f"N = {n}, C = {c}, all valid", *batch(n, c, 1.1))
    for share in (0.1, 0.5, 0.9):
        yield Case.of(f"{share:.0%} valid", *batch(8, 6, share))
    logits, targets, valid = batch(4, 7)
    yield Case.of("by name", logits=logits, targets=targets, valid_mask=valid)

    # Whole classes, samples, and very uneven counts: means by class or by sample come out differently.
    columns = np.zeros((6, 4), dtype=bool)
    columns[:, 1], columns[2, 3] = True, True
    yield Case.of("one class labelled, one almost", *batch(6, 4)[:2], columns)
    rows = np.zeros((5, 7), dtype=bool)
    rows[1], rows[3, :2] = True, True
    yield Case.of("one sample labelled, one partly", *batch(5, 7)[:2], rows)
    two = np.zeros((6, 5), dtype=bool)
    two[:4, :2], two[4:, 2:] = True, True
    yield Case.of("two datasets", *batch(6, 5)[:2], two)
    single = np.zeros((3, 4), dtype=bool)
    single[1, 2] = True
    yield Case.of("one element valid", *batch(3, 4)[:2], single)

    nan, inf = np.nan, np.inf
    for name, logit, target in (
        ("NaN in logits", nan, 0.0),
        ("NaN in targets", 0.5, nan),
        ("NaN in both", nan, nan),
        ("infinite logits", inf, 1.0),
        ("infinite logits below", -inf, 0.0),
        ("infinite targets", 1.0, -inf),
        ("huge values", 1e308, -1e308),
        ("targets -1", 0.3, -1.0),
        ("targets 255", -4.0, 255.0),
        ("ordinary values", 3.0, 0.0),
    ):
        yield Case.of(f"not valid: {name}", *hidden(5, 6, logit, target))
    mixed = rng.choice([nan, inf, -inf, 1e300, 0.0, -1.0], 3 * 8)
    logits, targets, valid = batch(8, 3, 0.5)
    yield Case.of(
        "not valid: everything mixed",
        np.where(valid, logits, mixed.reshape(8, 3)),
        np.where(valid, targets, mixed[::-1].reshape(8, 3)),
        valid,
    )

    for logit in (30.0, 80.0, 800.0, 1e4):
        ends = np.array([[logit, -logit, logit], [-logit, 0.0, logit]])
        right = (ends > 0) * 1.0
        everywhere = np.ones((2, 3), dtype=bool)
        yield Case.of(f"certain and right, {logit:g}", ends, right, everywhere)
        yield Case.of(f"certain and wrong, {logit:g}", ends, 1 - right, everywhere)
        yield Case.of(f"one logit {logit:g}, wrong", np.array([[logit]]), np.zeros((1, 1)), everywhere[:1, :1])
        yield Case.of(f"one logit {-logit:g}, wrong", np.array([[-logit]]), np.ones((1, 1)), everywhere[:1, :1])
    yield Case.of("large logits", *batch(5, 4, 0.7, scale=2000.0))
    yield Case.of("tiny logits", *batch(5, 4, 0.7, scale=1e-8))
    yield Case.of("15 and right", np.array([[15.0, -15.0]]), np.array([[1.0, 0.0]]), np.ones((1, 2), dtype=bool))

    nothing = np.zeros((4, 3), dtype=bool)
    yield Case.of("nothing valid", *batch(4, 3)[:2], nothing)
    yield Case.of("nothing valid, NaN everywhere", np.full((4, 3), nan), np.full((4, 3), nan), nothing)
    for c in (1, 5):
        yield Case.of(f"no samples, C = {c}", *batch(0, c))

    logits, targets, valid = hidden(8, 9, nan, nan)
    yield Case.of("strided", logits[::2, ::3], targets[::2, ::3], valid[::2, ::3])
    yield Case.of("transposed", logits.T, targets.T, valid.T)
    yield Case.of("large", *hidden(500, 60, nan, inf), size="N = 500, C = 60")
