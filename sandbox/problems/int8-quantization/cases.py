"""Both modes: values of both signs and of one, exact halves, saturation, empty ranges, tiny values, bad input."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape, dtype=np.float64, scale=1.0):
        return (rng.standard_normal(shape) * scale).astype(dtype)

    single = np.float32
    for symmetric in (True, False):
        mode = "symmetric" if symmetric else "asymmetric"
        yield Case.of(f"{mode}, float64", normal(9), symmetric)
        yield Case.of(f"{mode}, float32", normal(4, 5, dtype=single, scale=3.0), symmetric)
        yield Case.of(f"{mode}, shifted", normal(3, 4, 5) + 0.7, symmetric, 100.0)
        yield Case.of(f"{mode}, positive", rng.uniform(0.5, 3, 12), symmetric)
        yield Case.of(f"{mode}, negative", -rng.uniform(0.5, 3, (3, 4)), symmetric)
        for percentile in (99.0, 90.0, 75, 50.5):
            yield Case.of(f"{mode}, percentile {percentile}", normal(6, 7) + 0.3, symmetric, percentile)
        yield Case.of(f"{mode}, percentile 99.9, float32", normal(40, 30, dtype=single) + single(0.2), symmetric, 99.9)
        outliers = np.append(normal(30), [800.0, -3000.0, 1e6, -1e9])
        yield Case.of(f"{mode}, far outliers", outliers, symmetric, 85.0)
        yield Case.of(f"{mode}, positive, percentile", rng.uniform(2, 3, (4, 6)), symmetric, 80.0)
        yield Case.of(f"{mode}, negative, percentile", -rng.uniform(2, 3, (4, 6)), symmetric, 80.0)

        yield Case.of(f"{mode}, zeros", np.zeros((2, 3)), symmetric)
        yield Case.of(f"{mode}, zeros, float32", np.zeros(4, dtype=single), symmetric)
        # Most values are 0, so the range is empty; scale 1 leaves the others, rounded and saturated.
        mostly = np.zeros(40)
        mostly[[3, 9, 20]] = [0.6, -2.5, 5000.0]
        yield Case.of(f"{mode}, mostly zeros", mostly, symmetric, 80.0)
        for value in (2.5, -0.75):
            yield Case.of(f"{mode}, all {value}", np.full((2, 2), value), symmetric)
        yield Case.of(f"{mode}, one element", np.array([-3.0]), symmetric)
        yield Case.of(f"{mode}, tiny values", normal(8, scale=1e-20), symmetric)
        yield Case.of(f"{mode}, tiny values, float32", normal(8, dtype=single, scale=1e-30), symmetric)
        yield Case.of(f"{mode}, huge values", normal(8, scale=1e30), symmetric)
        yield Case.of(f"{mode}, large and small", np.array([1e8, 1.0, -1e-8, 0.0, -3e7, 4e5]), symmetric)
        yield Case.of(f"{mode}, not contiguous", normal(8, 12, dtype=single).T[::3, ::2], symmetric, 95.0)
        yield Case.of(f"{mode}, Fortran order", np.asfortranarray(normal(3, 5)), symmetric)

        for name, bad in (("NaN", np.nan), ("inf", np.inf), ("-inf", -np.inf)):
            x = normal(5)
            x[2] = bad
            yield Case.of(f"{mode}, {name}", x, symmetric, 90.0)
        yield Case.of(f"{mode}, no elements", np.zeros((0, 3)), symmetric)

    # scale is 1, then 1/2: halves are exact, and go to the even neighbour.
    halves = np.array([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 126.5, -126.5, 3.0])
    yield Case.of("halves, symmetric", np.append(halves, 127.0), True)
    yield Case.of("halves, symmetric, scale 1/2", np.append(halves, -127.0) / 2, True)
    # lo -100, hi 155: zero point -28. lo -101, hi 154: zero point -27, odd. lo -100.5, hi 154.5: a half itself.
    for lo, hi in ((-100.0, 155.0), (-101.0, 154.0), (-100.5, 154.5), (-101.5, 153.5), (0.0, 255.0), (-255.0, 0.0)):
        yield Case.of(f"halves, asymmetric from {lo} to {hi}", np.append(halves, [lo, hi]).clip(lo, hi), False)
    yield Case.of("defaults, by name", x=normal(7))
    yield Case.of("asymmetric, by name", x=normal(7, dtype=single), symmetric=False)
    # |x| and x have different percentiles.
    yield Case.of("skewed, symmetric", rng.exponential(1.0, 60) - 0.2, True, 90.0)
    yield Case.of("skewed, asymmetric", 0.4 - rng.exponential(1.0, 60), False, 90.0)

    for symmetric in (True, False):
        yield Case.of("large", normal(300, 1000, dtype=single), symmetric, 99.9, size="300000 elements")
