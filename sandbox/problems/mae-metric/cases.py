"""Every dtype where its own arithmetic goes wrong, mixed dtypes, all numbers of dimensions, NaN, bad shapes, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape, dtype=np.float64):
        return rng.standard_normal(shape).astype(dtype)

    yield Case.of("float64", y_true=normal(7), y_pred=normal(7))
    yield Case.of("positional, two dimensions", normal(3, 5), normal(3, 5))
    yield Case.of("errors of both signs", np.array([1.0, 2.0, 5.0]), np.array([4.0, -1.0, 5.0]))
    yield Case.of("equal arrays", np.arange(4.0), np.arange(4.0))
    yield Case.of("three dimensions, float32", normal(2, 3, 4, dtype=np.float32), normal(2, 3, 4, dtype=np.float32))
    yield Case.of("no dimension", np.array(2.5), np.array(-4.0))
    yield Case.of("no dimension, integers", np.array(3, dtype=np.uint8), np.array(5, dtype=np.uint8))
    yield Case.of("one element", np.array([[7.0]]), np.array([[7.25]]))

    yield Case.of("uint8 below zero", np.array([3, 0, 200], dtype=np.uint8), np.array([5, 255, 100], dtype=np.uint8))
    for name in ("uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64"):
        kind = np.iinfo(name)
        ends = [max(kind.min, -(2**53) + 1), min(kind.max, 2**53 - 1)]
        y_true = np.array([ends[0], ends[1], 1, 0, 7], dtype=name)
        y_pred = np.array([ends[1], ends[0], 2, 100, 3], dtype=name)
        yield Case.of(f"{name}, smallest and largest values", y_true, y_pred)
    mixed = [
        ("uint8", "int8"),
        ("uint64", "int64"),
        ("int32", "float32"),
        ("float16", "float64"),
        ("uint16", "float16"),
    ]
    for left, right in mixed:
        y_true, y_pred = (rng.integers(0, 120, (4, 3)).astype(each) for each in (left, right))
        yield Case.of(f"{left} and {right}", y_true, y_pred)
    # Exact in float64, not in the narrower type.
    yield Case.of(
        "int32 and float32, 24 bits and more", rng.integers(2**24, 2**30, 9, dtype=np.int32), normal(9, dtype="f4")
    )
    yield Case.of("float16 overflow", np.array([6e4, -6e4, 3], dtype="f2"), np.array([-6e4, 6e4, 1], dtype="f2"))
    yield Case.of("float16, many", normal(5000, dtype=np.float16), normal(5000, dtype=np.float16))
    yield Case.of("float32 overflow", np.array([3e38, 1], dtype="f4"), np.array([-3e38, 2], dtype="f4"))
    yield Case.of("float32, many", normal(60, 50, dtype="f4") * 1000, normal(60, 50, dtype="f4") + 100)
    yield Case.of("large and small", normal(6) * 1e12, normal(6) * 1e-6)

    for name, spots in (("in y_true", (0,)), ("in y_pred", (1,)), ("in both", (0, 1))):
        pair = [normal(4), normal(4)]
        for spot in spots:
            pair[spot][2] = np.nan
        yield Case.of(f"NaN {name}", *pair)
    yield Case.of("not contiguous", normal(8, 6)[::2, ::3], normal(2, 4).T)
    yield Case.of("reversed, Fortran order", normal(4, 6)[:, ::-1], np.asfortranarray(normal(4, 6)))

    shapes = [
        ((3, 1), (3,)), ((1,), (5,)), ((2, 3), (3, 2)), ((2, 3), (6,)), ((4,), (5,)), ((1,), ()), ((2, 3), (1, 3)),
        ((1, 1), (1,)),
    ]  # fmt: skip
    for left, right in shapes:
        yield Case.of(f"shapes {left} and {right}", normal(*left), normal(*right))
    for shape in ((0,), (3, 0)):
        yield Case.of(f"no elements, shape {shape}", np.zeros(shape), np.zeros(shape))
    yield Case.of("shapes (0,) and (1,)", np.zeros(0), np.zeros(1))

    yield Case.of("large", normal(500, 1000), normal(500, 1000, dtype=np.float32), size="500000 elements")
