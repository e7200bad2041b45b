"""Ties of both signs, zeros among the kept, halves in the count, transposed arrays, no and all weights, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape, dtype=np.float64):
        return rng.standard_normal(shape).astype(dtype)

    def tied(*shape, dtype=np.float64):
        """Few magnitudes, both signs, some zeros."""
        return rng.choice([-1.0, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0], shape).astype(dtype)

    single = np.float32
    yield Case.of("one dimension", normal(10), 0.5)
    yield Case.of("by name, float32", w=normal(4, 5, dtype=single), sparsity=0.3)
    yield Case.of("four dimensions", normal(2, 3, 4, 5, dtype=single), 0.75)
    yield Case.of("one weight, kept", np.array([0.3]), 0.4)
    yield Case.of("one weight, pruned", np.array([[-0.3]]), 0.6)
    # A row of small weights: the count holds for the whole tensor, not for each row.
    yield Case.of("rows of unequal size", normal(4, 6) * np.array([[0.01], [1.0], [10.0], [0.1]]), 0.5)
    yield Case.of("large and tiny", normal(12) * 10.0 ** rng.integers(-30, 30, 12), 0.5)
    yield Case.of("negative weights are largest", np.array([-9.0, 1.0, -8.0, 2.0, 3.0, -0.5]), 0.5)

    for sparsity in (0.0, 0, 1.0, 1):
        yield Case.of(f"sparsity {sparsity!r}", normal(3, 4), sparsity)
    yield Case.of("sparsity 0, float32", normal(7, dtype=single), 0.0)
    # The count is a half: 0.5, 1.5, 2.5, 3.5 go to 0, 2, 2, 4.
    for size in (1, 3, 5, 7):
        yield Case.of(f"half of {size}", normal(size), 0.5)
    for size, sparsity in ((10, 0.25), (10, 0.75), (6, 0.75), (9, 0.3), (9, 0.7), (11, 0.95), (11, 0.04)):
        yield Case.of(f"sparsity {sparsity} of {size}", normal(size), sparsity)

    for sparsity in (0.125, 0.375, 0.5, 0.875):
        yield Case.of(f"many ties, sparsity {sparsity}", tied(6, 8), sparsity)
    yield Case.of("many ties, float32", tied(40, 25, dtype=single), 0.5)
    yield Case.of("many ties, many weights", tied(3000), 0.6)
    yield Case.of("all equal", np.full((5, 6), -0.5), 0.4)
    yield Case.of("signs only", np.array([1.0, -1, 1, -1, -1, 1, 1, -1]), 0.5)
    yield Case.of("mostly zeros", np.array([0.0, 0, 3, 0, 0, -1, 0, 0, 0, 0]), 0.3)
    yield Case.of("zeros of both signs", np.array([0.0, -0.0, 0.0, -0.0, 1.0, -0.0]), 0.5)
    yield Case.of("all zero", np.zeros((3, 5), dtype=single), 0.6)

    yield Case.of("transposed, ties", tied(7, 4).T, 0.5)
    yield Case.of("Fortran order, ties", np.asfortranarray(tied(5, 6, dtype=single)), 0.4)
    yield Case.of("strided, ties", tied(8, 12)[::2, ::-3], 0.45)
    yield Case.of("axes turned, ties", tied(3, 4, 5).transpose(2, 0, 1), 0.35)
    for shape in ((0,), (3, 0)):
        yield Case.of(f"shape {shape}", np.zeros(shape), 0.5)
    yield Case.of("shape (0, 2), float32, sparsity 1", np.zeros((0, 2), dtype=single), 1.0)

    for sparsity in (-0.1, -1e-9, 1.1, 1.0000001, 50, -1):
        yield Case.of(f"sparsity {sparsity}", normal(4, 3), sparsity)
    yield Case.of("sparsity 2, no weights", np.zeros(0), 2.0)

    yield Case.of("large, ties", tied(400, 500, dtype=single), 0.5, size="200000 weights")
    yield Case.of("large", normal(500, 400), 0.6, size="200000 weights")
