"""Scales far apart, no intercept, as few rows as allowed, collinear columns, a second fit, no rows to predict, size."""

import numpy as np

from sandbox.case import Call, Case

LOOK = (Call(attribute="coef_"), Call(attribute="intercept_"))


def features(rng, rows, condition, stds, means=0.0):
    """Columns with these standard deviations, and means in standard deviations; about this condition number."""
    count = len(stds)
    drawn = rng.standard_normal((rows, count))
    basis = np.linalg.qr(drawn - drawn.mean(axis=0))[0]
    mixed = basis * np.geomspace(1, 1 / condition, count) @ np.linalg.qr(rng.standard_normal((count, count)))[0]
    return (mixed / mixed.std(axis=0) + means) * stds


def target(rng, X, bias, noise=0.5):
    return (X / X.std(axis=0)) @ rng.uniform(-3, 3, X.shape[1]) + bias + noise * rng.standard_normal(len(X))


def fit(X, y):
    return Call({"X": X, "y": y}, method="fit")


def predict(X):
    return Call({"X": X}, method="predict")


def cases(rng):
    def case(name, X, y, new=None, intercept=True, size=""):
        calls = (fit(X, y), *LOOK, predict(X if new is None else new))
        return Case(name, calls, init={"fit_intercept": intercept}, size=size)

    def collinear(name, X, y, intercept=True):
        return Case(name, (fit(X, y), predict(X)), init={"fit_intercept": intercept})

    X = features(rng, 30, 4, [1.0, 2.0, 0.5, 1.0], 0.5)
    y = target(rng, X, 3.0)
    positional = (Call([X, y], method="fit"), *LOOK, Call([X[:7]], method="predict"))
    yield Case("默认参数|default arguments", positional, init={})
    yield case("不拟合截距|no intercept", X, y, X[3:12], intercept=False)
    X = features(rng, 12, 1, [3.0], -2)
    yield case("一列|one column", X, target(rng, X, -40.0))
    yield case("一列，不拟合截距|one column, no intercept", X, target(rng, X, -40.0), intercept=False)
    X = features(rng, 9, 2, [0.2, 5.0, 1.0])
    yield case("没有噪声|no noise", X, target(rng, X, 7.0, noise=0.0), rng.standard_normal((5, 3)))
    X = features(rng, 5, 3, [1.0, 0.5, 2.0, 1.5], 1.0)
    yield case("N = D + 1", X, target(rng, X, 2.0))
    yield case("N = D + 1，不拟合截距|N = D + 1, no intercept", X, target(rng, X, 2.0), intercept=False)

    stds = np.geomspace(0.1, 1000, 6)
    X = features(rng, 80, 3, rng.permutation(stds), rng.uniform(-10, 10, 6))
    yield case("尺度从 0.1 到 1000，均值很大|scales from 0.1 to 1000, large means", X, target(rng, X, -5.0, 1.0))
    X = features(rng, 60, 25, np.ones(5) * 0.1)
    yield case("条件数约 25，列很小|condition about 25, small columns", X, target(rng, X, 1.0, 0.3))
    X = features(rng, 50, 5, [1000.0, 300.0, 0.1], [0.5, -1.0, 0.2])
    yield case("大列和小列，不拟合截距|large and small columns, no intercept", X, target(rng, X, 0.5), intercept=False)
    X = features(rng, 6, 2, [0.1, 0.1])
    # Sums of squares of 0.06: even a little regularisation shows.
    yield case("列很小，样本很少|small columns, few rows", X, target(rng, X, 2.0))
    X = features(rng, 25, 3, [1.0, 10.0, 0.3], 0.7)
    yield case("y 很大|large y", X, 1e6 * target(rng, X, 4.0))
    yield case("y 是常数|constant y", X, np.full(25, -6.5))
    yield case("没有要预测的行|nothing to predict", X, target(rng, X, 0.0), np.zeros((0, 3)))
    X, y = features(rng, 40, 4, [2.0, 1.0, 0.4, 3.0, 1.0, 0.2], 1.0), rng.standard_normal(80)
    yield case("内存不连续|not contiguous", X[::2, ::-2], y[::4], np.asfortranarray(X[:5, 1::2]))

    # Always the same data, on which elimination meets an exact zero: a solution that falls back to the pseudo-inverse
    # when inv or solve raises is right, and is not to fail on rounding that hides the zero.
    fixed = np.random.default_rng(12)
    plain = fixed.integers(-5, 6, (20, 3)).astype(np.float64)
    y = plain @ np.array([1.0, -2.0, 0.5]) + 3 + fixed.standard_normal(20)
    yield collinear("相同的列|equal columns", plain[:, [0, 1, 0, 2]], y)
    yield collinear("相同的列，不拟合截距|equal columns, no intercept", plain[:, [0, 1, 1]], y, intercept=False)
    combined = np.column_stack([plain, 2 * plain[:, 0] - 3 * plain[:, 2]])
    yield collinear("线性组合|linear combination", combined, y)
    yield collinear("常数列|constant column", np.column_stack([plain[:, :2], np.full(20, 4.0)]), y)
    yield collinear("一列全为 0|a column of zeros", np.column_stack([np.zeros(20), plain[:, 1]]), y)
    yield collinear("只有常数列|a constant column alone", np.full((6, 1), 3.0), y[:6])

    first, second = features(rng, 20, 3, [1.0, 2.0, 0.5], 0.3), features(rng, 15, 2, [4.0, 0.3], -0.6)
    more = features(rng, 20, 3, [1.0, 2.0, 0.5], 0.3)
    calls = (fit(first, target(rng, first, 9.0)), fit(more, target(rng, more, 1.0)), *LOOK, predict(more))
    yield Case("再次拟合，不拟合截距|a second fit, no intercept", calls, init={"fit_intercept": False})
    calls = (
        fit(first, target(rng, first, 9.0)),
        predict(first[:4]),
        fit(second, target(rng, second, -2.0)),
        *LOOK,
        predict(second[:6]),
        predict(second[5:]),
    )
    yield Case("再次拟合|a second fit", calls, init={"fit_intercept": True})

    X = features(rng, 20_000, 3, rng.permutation(np.geomspace(0.1, 1000, 20)), rng.uniform(-2, 2, 20))
    yield case("大数据|large", X, target(rng, X, 12.0, 2.0), X[:500], size="X (20000, 20)")
