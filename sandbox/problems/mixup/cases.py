"""Both dtypes and kinds of labels, all numbers of dimensions, alpha 0, the state that the generator is left in."""

import numpy as np

from sandbox.case import Call, Case, numpy_generator, result
from sandbox.wire import Recipe


def cases(rng):
    def normal(*shape, dtype=np.float64):
        return rng.standard_normal(shape).astype(dtype)

    def classes(count):
        return rng.integers(0, 100, count)

    def soft(count, kinds, dtype=np.float64):
        return rng.dirichlet(np.ones(kinds), count).astype(dtype)

    def generator(name=""):
        return numpy_generator(int(rng.integers(2**31)), name)

    single = np.float32
    yield Case.of("vectors", normal(5, 3), classes(5), 1.0, generator())
    yield Case.of("by name, float32", x=normal(7, 2, dtype=single), y=classes(7), alpha=0.4, rng=generator())
    yield Case.of("images", normal(6, 3, 4, 5, dtype=single), classes(6), 0.2, generator())
    yield Case.of("one dimension", normal(9), classes(9), 2.0, generator())
    yield Case.of("one dimension, float32, soft labels", normal(8, dtype=single), soft(8, 3), 0.7, generator())
    yield Case.of("one sample", normal(1, 4), classes(1), 1.0, generator())
    onehot = np.eye(6, dtype=single)[rng.integers(0, 6, 5)]
    yield Case.of("one-hot labels in float32", normal(5, 4), onehot, 1.0, generator())
    yield Case.of("soft labels", normal(6, 2, 3, dtype=single), soft(6, 4), 1.5, generator())
    yield Case.of("soft labels in float32", normal(6, 6), soft(6, 6, single), 1.5, generator())
    # lam close to 0 and to 1, and close to 1/2: there lam and 1 - lam are easily confused.
    for seed in range(6):
        yield Case.of(f"small alpha, {seed}", normal(6, 2), classes(6), 0.05, numpy_generator(seed))
    yield Case.of("large alpha", normal(6, 2), classes(6), 200.0, generator())
    yield Case.of("alpha is an int", normal(6, 3), classes(6), 1, generator())
    for alpha in (0.0, 0):
        yield Case.of(f"alpha {alpha!r}", normal(8, 3), classes(8), alpha, generator())
    yield Case.of("alpha 0, float32, soft labels", normal(9, 2, 2, dtype=single), soft(9, 3), 0.0, generator())
    yield Case.of("large values", normal(6, 3) * 1e6, classes(6), 1.0, generator())

    # Several batches from one generator: whatever was drawn too much or too little shows in the next one.
    for name, alphas in (("alpha 1 and 0.3", (1.0, 0.3, 1.0)), ("alpha 0 in between", (0.5, 0.0, 0.0, 0.5))):
        shared = generator("g")
        calls = [Call([normal(7, 2), classes(7), alpha, shared]) for alpha in alphas]
        yield Case(f"one generator, {name}", tuple(calls))

    yield Case.of(
        "not contiguous",
        normal(4, 12, dtype=single).T[::2],  # (6, 4)
        np.repeat(classes(6), 3)[::3],
        1.0,
        generator(),
    )
    for alpha in (0.0, 0.8):
        x = normal(6, 2)
        call = Call({"x": Recipe("shared", 0), "y": classes(6), "alpha": alpha, "rng": generator()})
        shares = Call([result(0, 0), Recipe("shared", 0)], function="share_memory")
        yield Case(f"alpha {alpha}: mixed_x is a new array", (call, shares), shared=(x,))

    for alpha in (-0.5, -1):
        yield Case.of(f"alpha {alpha}", normal(4, 2), classes(4), alpha, generator())
    yield Case.of("more labels", normal(4, 5), classes(5), 1.0, generator())
    yield Case.of("fewer labels", normal(4, 2), classes(3), 1.0, generator())
    yield Case.of("one label", normal(4, 2), classes(1), 0.0, generator())
    yield Case.of("more soft labels than samples", normal(3, 4), soft(4, 3), 1.0, generator())
    yield Case.of("fewer soft labels than samples", normal(5, 3), soft(3, 5), 0.0, generator())

    shape = (256, 3, 64, 64)
    yield Case.of("large", rng.random(shape, dtype=single), classes(256), 0.2, generator(), size=f"x {shape}")
