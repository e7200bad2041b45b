"""Margins of both signs from 0 to a million, alone and mixed, small and large beta, one sample, none, many."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def logs(n, spread=3.0):
        reference = -rng.uniform(20, 90, (2, n))
        policy = reference + rng.standard_normal((2, n)) * spread
        return policy[0], policy[1], reference[0], reference[1]

    yield Case.of("defaults", *logs(5))
    names = ("pi_w", "pi_l", "ref_w", "ref_l")
    yield Case.of("by name", **dict(zip(names, logs(7), strict=True)), beta=0.3)
    for beta in (0.01, 0.5, 1.0, 2.5, 1):
        yield Case.of(f"beta = {beta!r}", *logs(6), beta)
    yield Case.of("one sample", *logs(1))
    yield Case.of("two samples", *logs(2), 0.2)
    same = logs(4)
    yield Case.of("policy is the reference", same[2], same[3], same[2].copy(), same[3].copy())
    yield Case.of("policy moved both alike", same[2] + 2.0, same[3] + 2.0, same[2], same[3], 0.7)
    yield Case.of("reference prefers one", same[0], same[0].copy(), same[0] - 4.0, same[0] + 3.0, 0.4)
    yield Case.of("different lengths of responses", *(a * f for a, f in zip(logs(6), (1, 5, 1, 5), strict=True)))
    yield Case.of("log-probabilities of long responses", *(a * 9 for a in logs(8, 1.0)))

    zeros = np.zeros(1)
    for margin in (-40.0, -100.0, -720.0, -1000.0, -1e5, -1e6, 5.0, 15.0, 21.5, 30.0, 720.0, 1000.0, 1e5, 1e6):
        chosen, rejected = np.array([margin / 4]), np.array([-margin / 4])
        yield Case.of(f"margin {margin:g}", chosen, rejected, zeros, zeros.copy(), 2.0)
    ends = np.array([-1e6, 1e6, 0.0, -50.0])
    yield Case.of("extremes together", ends, np.zeros(4), np.zeros(4), np.zeros(4), 1.0)
    yield Case.of("large beta", *logs(5), 4000.0)
    yield Case.of("tiny beta", *logs(5), 1e-6)
    skewed = np.array([0.0, 0, 0, 0, 0, 0, 0, -900.0])
    yield Case.of("one outlier among many", skewed, np.zeros(8), np.zeros(8), np.zeros(8))

    yield Case.of("not contiguous", *(np.repeat(a, 2)[::2] for a in logs(9)))
    yield Case.of("columns of one array", *np.stack(logs(6)).T.copy().T, 0.25)
    yield Case.of("no samples", *[np.zeros(0)] * 4)
    yield Case.of("no samples, by name", **{name: np.zeros(0) for name in names}, beta=0.5)
    yield Case.of("large", *logs(100_000), size="N = 100000")
