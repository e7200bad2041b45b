"""Known spectra off the origin, unequal columns, fewer samples than columns, lost rank, wrong k."""

import numpy as np

from sandbox.case import Case


def data(rng, count, spectrum, columns, *, offset=0.0):
    """(count, columns) samples whose covariance has this spectrum, the rest 0, in random directions."""
    noise = rng.standard_normal((count, len(spectrum)))
    scores = np.linalg.qr(noise - noise.mean(axis=0))[0] * np.sqrt((count - 1) * np.array(spectrum))
    axes = np.linalg.qr(rng.standard_normal((columns, len(spectrum))))[0].T
    return scores @ axes + offset * rng.uniform(0.5, 1.5, columns)


def cases(rng):
    yield Case.of("two columns", data(rng, 9, [5.0, 1.0], 2), 1)
    yield Case.of("two columns, both axes", data(rng, 9, [5.0, 1.0], 2), 2)
    yield Case.of("by name, off the origin", X=data(rng, 12, [9.0, 4.0, 1.0], 3, offset=5.0), k=2)
    spectrum = [12.0, 7.0, 4.0, 2.0, 0.8, 0.3]
    for k in (1, 3, 5, 6):
        yield Case.of(f"k = {k} of 6", data(rng, 20, spectrum, 6, offset=3.0), k)
    yield Case.of("two samples", data(rng, 2, [3.0], 5, offset=1.0), 1)
    yield Case.of("two samples, k = 2", data(rng, 2, [3.0], 5, offset=1.0), 2)
    yield Case.of("one column", data(rng, 7, [2.5], 1, offset=4.0), 1)
    yield Case.of("more columns than samples", data(rng, 6, [8.0, 5.0, 3.0, 1.0, 0.4], 11, offset=2.0), 4)
    yield Case.of("more columns than samples, k = N", data(rng, 6, [8.0, 5.0, 3.0, 1.0, 0.4], 11, offset=2.0), 6)
    yield Case.of("rank 2 of 5", data(rng, 15, [6.0, 2.0], 5, offset=1.0), 4)
    yield Case.of("rank 1 of 4", data(rng, 10, [6.0], 4), 4)
    doubled = data(rng, 12, [6.0, 2.5, 1.0], 3)
    yield Case.of("a column twice, a constant column", np.column_stack([doubled, doubled[:, 0], np.full(12, 3.0)]), 5)

    # Scaling to unit variance, or leaving the mean in, turns these axes.
    yield Case.of("columns of unequal scale", rng.standard_normal((30, 4)) * [20.0, 5.0, 1.0, 0.3], 3)
    yield Case.of("far from the origin", data(rng, 25, [3.0, 1.5, 0.5], 4, offset=300.0), 3)
    yield Case.of("large values", data(rng, 25, [5e6, 2e6, 4e5, 1e5], 4, offset=1000.0), 2)
    yield Case.of("small variances", data(rng, 25, [0.05, 0.02, 0.005], 3, offset=0.1), 3)
    # Signs of the columns' correlations, and an axis along a diagonal.
    yield Case.of("axis along a diagonal", np.array([[1.0, -1], [2, -2], [3, -3], [5, -4], [4, -6]]), 2)
    yield Case.of("eigenvalues close to each other", data(rng, 40, [2.0, 1.95, 1.0, 0.95], 5), 4)

    yield Case.of("not contiguous", data(rng, 26, [7.0, 3.0, 1.0, 0.5], 8, offset=2.0)[::2, ::-2], 3)
    yield Case.of("Fortran order", np.asfortranarray(data(rng, 13, [7.0, 3.0, 1.0], 4)), 2)
    for shape, k in (((5, 3), 0), ((5, 3), -1), ((5, 3), 4), ((3, 7), 4), ((3, 7), 0), ((3, 7), 8), ((4, 1), 2)):
        yield Case.of(f"shape {shape}, k = {k}", rng.standard_normal(shape), k)

    large = np.concatenate([[400.0, 250.0, 150.0, 90.0, 60.0], np.linspace(20.0, 1.0, 95)])
    yield Case.of("large", data(rng, 2000, large, 100, offset=10.0), 5, size="N = 2000, d = 100")
