"""Lq, Lk, d and dv all different; no to three leading dimensions; masks of every shape that broadcasts; rows that
see nothing; scores at the limits of the contract; a large input, and one of many short sequences.
"""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape, dtype=np.float64):
        return rng.standard_normal(shape).astype(dtype)

    def inputs(lead, lq, lk, d, dv, dtype=np.float64):
        return {
            "q": normal(*lead, lq, d, dtype=dtype),
            "k": normal(*lead, lk, d, dtype=dtype),
            "v": normal(*lead, lk, dv, dtype=dtype),
        }

    def some(*shape):
        """At random, but every query may look at one key at least."""
        mask = rng.random(shape) < 0.5
        np.put_along_axis(mask, rng.integers(0, shape[-1], (*shape[:-1], 1)), True, axis=-1)
        return mask

    single = np.float32
    yield Case.of("no leading dimension", **inputs((), 4, 6, 3, 5))
    yield Case.of("one, float32, mask None", **inputs((2,), 3, 5, 8, 2, single), mask=None)
    yield Case.of("two leading dimensions", **inputs((2, 3), 5, 4, 6, 7))
    yield Case.of("three, float32", **inputs((2, 1, 3), 2, 7, 4, 5, single))
    yield Case.of("every size 1", **inputs((1,), 1, 1, 1, 1))
    yield Case.of("dv above d, Lk 1", **inputs((3,), 4, 1, 2, 9))
    yield Case.of("d 64, float32", **inputs((2,), 5, 9, 64, 3, single))

    yield Case.of("mask (Lq, Lk), no leading dimension", **inputs((), 4, 6, 3, 2), mask=some(4, 6))
    yield Case.of("mask (Lq, Lk) of a batch", **inputs((3, 2), 4, 6, 5, 2, single), mask=some(4, 6))
    yield Case.of("mask of every pair", **inputs((2, 3), 4, 5, 3, 6), mask=some(2, 3, 4, 5))
    yield Case.of("mask (B, 1, Lq, Lk)", **inputs((2, 3), 4, 5, 3, 6), mask=some(2, 1, 4, 5))
    yield Case.of("mask (B, 1, 1, Lk)", **inputs((3, 2), 4, 6, 5, 2, single), mask=some(3, 1, 1, 6))
    yield Case.of("mask (Lk,)", **inputs((2,), 3, 5, 4, 2), mask=some(5))
    rows = np.array([[True], [False], [True], [False]])
    yield Case.of("mask (Lq, 1): rows that see nothing", **inputs((2,), 4, 5, 3, 2), mask=rows)
    yield Case.of("as many queries as keys, causal mask", **inputs((2,), 6, 6, 4, 3), mask=np.tri(6, dtype=bool))
    yield Case.of("as many queries as keys, no mask", **inputs((2,), 5, 5, 3, 4))
    yield Case.of("mask all True", **inputs((2, 2), 3, 4, 6, 5), mask=np.ones((3, 4), dtype=bool))

    for dtype in (np.float64, single):
        mask = some(2, 5, 4)
        mask[0, 1] = mask[1, 0] = mask[1, 4] = False
        yield Case.of("single rows see nothing", **inputs((2,), 5, 4, 3, 6, dtype), mask=mask)
        yield Case.of("nothing is seen", **inputs((2,), 3, 4, 5, 2, dtype), mask=np.zeros((3, 4), dtype=bool))
        # d = 1: the scores are exactly q times k.
        most = 1e4 if dtype == np.float64 else 100
        wide = np.array([most, -most, most / 2, -most / 2, 0, most - 1])[:, None].astype(dtype)
        ones = np.array([1, -1, 0.5, 0])[:, None].astype(dtype)
        yield Case.of("scores at the limits", q=ones, k=wide, v=normal(6, 3, dtype=dtype))
        only_low = np.array([False, True, False, False, False, False])
        only_high = np.array([True, False, True, True, False, False])
        high_v = np.where(only_low[:, None], 1, 1e20).astype(dtype)
        yield Case.of("only the lowest score is seen, v is huge elsewhere", q=ones[:1], k=wide, v=high_v, mask=only_low)
        yield Case.of("the lowest is hidden", q=-ones[:1], k=wide, v=normal(6, 2, dtype=dtype), mask=only_high)
        everywhere_low = np.full((5, 1), -most, dtype=dtype)
        yield Case.of(
            "all scores as low as can be",
            q=ones[:1],
            k=everywhere_low,
            v=normal(5, 2, dtype=dtype),
            mask=np.array([[True, False, True, False, False]]),
        )

    strided = {
        "q": normal(5, 4, 2).transpose(2, 1, 0),
        "k": normal(2, 6, 10)[:, :, ::2],
        "v": normal(2, 12, 3)[:, ::-2],
    }
    yield Case.of("not contiguous", **strided, mask=some(6, 4).T)

    def many(*shape):
        return rng.random(shape, dtype=single)

    q, k, v = many(120_000, 6, 2), many(120_000, 2, 2), many(120_000, 2, 1)
    yield Case.of("many short sequences", q=q, k=k, v=v, size="q (120000, 6, 2), k (120000, 2, 2)")
    large = {name: many(4, 8, 256, 64) for name in "qkv"}
    yield Case.of("large", **large, mask=some(256, 256), size="q, k, v (4, 8, 256, 64), mask (256, 256)")
