"""None, one and many updates, one class, large scores in training and prediction, a second fit, strides, size."""

import numpy as np

from sandbox.case import Call, Case

LOOK = (Call(attribute="coef_"), Call(attribute="intercept_"))


def fit(X, y):
    return Call({"X": X, "y": y}, method="fit")


def ask(X):
    """properties.py takes the call before predict for its probabilities."""
    return Call({"X": X}, method="predict_proba"), Call({"X": X}, method="predict")


def cases(rng):
    def data(rows, columns, scale=1.0, bias=0.3):
        X = np.clip(rng.standard_normal((rows, columns)) * scale, -10, 10)
        chance = 1 / (1 + np.exp(-(X @ rng.standard_normal(columns) / scale + bias)))
        return X, (rng.random(rows) < chance).astype(np.int64)

    def case(name, X, y, new=None, size="", **init):
        return Case(name, (fit(X, y), *LOOK, *ask(X if new is None else new)), init=init, size=size)

    X, y = data(12, 3)
    calls = (Call([X, y], method="fit"), *LOOK, Call([X], method="predict_proba"), Call([X], method="predict"))
    yield Case("默认参数|default arguments", calls, init={})
    yield case("默认 lr|default lr", X, y, n_iters=4)
    yield case("默认 n_iters|default n_iters", X, y, lr=0.003)
    yield case("不更新：P = 0.5|no update: P = 0.5", *data(7, 2), lr=0.5, n_iters=0)
    X, y = data(9, 4, bias=2)
    for steps in (1, 2, 3):
        yield case(f"更新 {steps} 次|{steps} updates", X, y, lr=0.3, n_iters=steps)
    yield case("一个样本|one sample", np.array([[0.5, -2.0, 3.0]]), np.array([0]), lr=0.2, n_iters=5)
    # More samples than any usual mini-batch.
    yield case("300 个样本|300 samples", *data(300, 3), lr=0.4, n_iters=6)
    X, y = data(11, 1, 3.0)
    yield case("一列|one column", X, y, rng.standard_normal((4, 1)), lr=0.5, n_iters=30)
    yield case("只有正类|positive class alone", X, np.ones(11, dtype=np.int64), lr=1.0, n_iters=50)
    yield case("只有负类|negative class alone", X, np.zeros(11, dtype=np.int64), lr=1.0, n_iters=50)
    # Separable, and a long run: the weights still grow, so stopping early shows.
    X = np.array([[-2.0, 1], [-1, -1], [1, 1], [2, -1.5]])
    yield case("可分，迭代很多|separable, many iterations", X, np.array([0, 0, 1, 1]), lr=1.0, n_iters=3000)
    y = np.repeat([0, 1], [27, 3])
    yield case("类别不平衡|unbalanced classes", rng.standard_normal((30, 2)), y, lr=0.7, n_iters=200)

    # Scores far beyond the range of exp while training, on both sides.
    X = np.sign(rng.standard_normal((8, 60))) * 10
    yield case("训练中分数很大|large scores in training", X, np.array([0, 1] * 4), lr=1.0, n_iters=3)
    X, y = data(15, 3)
    direction = np.array([1.0, -1.0, 0.5])
    levels = np.array([[-1e5], [-2e3], [-750], [-40], [-30], [-22], [0], [22], [30], [40], [750], [2e3], [1e5]])
    X[:, 0] += y
    yield case("预测时分数很大|large scores in prediction", X, y, levels * direction, lr=1.0, n_iters=25)
    # One update leads to w = 2.5 and b = 0: scores up to 1e6 in steps, also where 1 - P is all that is left.
    X, y = np.array([[10.0], [-10.0]]), np.array([1, 0])
    new = np.concatenate([np.linspace(-20, 20, 41), [-4e5, -320, -285, 285, 320, 4e5]])[:, None]
    yield case("sigmoid 从 -1e6 到 1e6|sigmoid from -1e6 to 1e6", X, y, new, lr=0.5, n_iters=1)

    X, y = data(40, 10)
    yield case("内存不连续|not contiguous", X[::2, ::-2], y[1::2], X[5:9, 1::2], lr=0.4, n_iters=20)
    first, second = data(16, 3), data(10, 2)
    calls = (fit(*first), *ask(first[0]), fit(*data(9, 3)), *LOOK, fit(*second), *LOOK, *ask(second[0][:4]))
    yield Case("再次拟合|fitted again", calls, init={"lr": 0.3, "n_iters": 15})

    X, y = data(5000, 20)
    yield case("大数据|large", X, y, X[:200], lr=0.5, n_iters=1000, size="X (5000, 20), n_iters = 1000")
