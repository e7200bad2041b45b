"""Random scores and integer ties, one position, one tag, scores of ten thousand, long sequences; the largest last."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def inputs(t, k, scale=1.0):
        shapes = {"emissions": (t, k), "transitions": (k, k), "start": (k,), "end": (k,)}
        scores = {name: scale * rng.standard_normal(shape) for name, shape in shapes.items()}
        return scores | {"tags": rng.integers(0, k, t)}

    def whole(t, k, low, high):
        shapes = {"emissions": (t, k), "transitions": (k, k), "start": (k,), "end": (k,)}
        scores = {name: rng.integers(low, high + 1, shape).astype(float) for name, shape in shapes.items()}
        return scores | {"tags": rng.integers(0, k, t)}

    yield Case.of("short", **inputs(4, 3))
    yield Case.of("more tags than positions", **inputs(3, 7))
    yield Case.of("as many tags as positions", **inputs(5, 5))
    yield Case.of("one position", **inputs(1, 4))
    yield Case.of("two positions", **inputs(2, 3))
    yield Case.of("one tag", **inputs(6, 1))
    yield Case.of("one position, one tag", **inputs(1, 1))
    yield Case.of("two tags", **inputs(20, 2))
    for name in ("emissions", "transitions", "start", "end"):
        made = inputs(4, 3)
        yield Case.of(f"{name} decide", **{**made, name: made[name] * 10})
    blank = {name: np.zeros_like(scores) for name, scores in inputs(5, 4).items()}
    yield Case.of("everything is 0", **blank)
    for number in range(8):
        yield Case.of(f"ties {number}", **whole(int(rng.integers(1, 7)), int(rng.integers(2, 5)), 0, 1))
    yield Case.of("ties of a longer sequence", **whole(40, 3, -1, 1))
    # The best path by steps is not the best of all: the good end needs a bad beginning.
    trap = {
        "emissions": np.array([[5.0, 0], [0, 0], [0, 0]]),
        "transitions": np.array([[0, -100.0], [-100, 0]]),
        "start": np.zeros(2),
        "end": np.array([0.0, 50]),
        "tags": np.array([1, 1, 1]),
    }
    yield Case.of("a good end needs a bad beginning", **trap)

    def limits(t, k):
        # Not clipped: ties of scores that are no small integers would be settled by rounding.
        made = inputs(t, k)
        return made | {n: rng.uniform(-1e4, 1e4, a.shape) for n, a in made.items() if n != "tags"}

    yield Case.of("scores up to 10000", **limits(6, 4))
    yield Case.of("all scores 10000", **{**{n: a + 1e4 for n, a in blank.items()}, "tags": rng.integers(0, 4, 5)})
    yield Case.of("all scores -10000", **{**{n: a - 1e4 for n, a in blank.items()}, "tags": rng.integers(0, 4, 5)})
    yield Case.of("one position, scores up to 10000", **limits(1, 5))
    made = inputs(300, 5)
    yield Case.of("long, all scores above 5", **{**made, "emissions": np.abs(made["emissions"]) + 5})
    yield Case.of("long, all scores below -5", **{**made, "emissions": -np.abs(made["emissions"]) - 5})
    turned = inputs(6, 4)
    turned |= {
        "emissions": rng.standard_normal((4, 12)).T[::2],
        "transitions": turned["transitions"].T,
        "tags": rng.integers(0, 4, 12)[::-2],
    }
    yield Case.of("not contiguous", **turned)
    yield Case.of("large", **inputs(4000, 64), size="T = 4000, K = 64")
