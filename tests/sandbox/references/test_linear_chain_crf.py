from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_all_paths(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    crf = reference("linear-chain-crf", "crf")
    for number in range(300):
        t, k = rng.integers(1, 5, 2).tolist()
        draw = (lambda s: rng.integers(-1, 2, s).astype(float)) if number % 2 else rng.standard_normal
        emissions, transitions, start, end = draw((t, k)), draw((k, k)), draw(k), draw(k)
        tags = rng.integers(0, k, t)

        nll, path, score = crf(emissions, transitions, start, end, tags)

        scores = {
            y: start[y[0]]
            + end[y[-1]]
            + sum(emissions[range(t), y])
            + sum(transitions[pair] for pair in itertools.pairwise(y))
            for y in itertools.product(range(k), repeat=t)
        }
        # The tie is broken at the last position first.
        best = min(scores, key=lambda y: (-round(scores[y], 9), y[::-1]))
        assert tuple(path.tolist()) == best
        np.testing.assert_allclose(score, scores[best], atol=1e-9)
        log_z = np.log(sum(np.exp(list(scores.values()))))
        np.testing.assert_allclose(nll, log_z - scores[tuple(tags.tolist())], atol=1e-9)
