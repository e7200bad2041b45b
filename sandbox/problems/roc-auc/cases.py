"""Ties within and between classes, in every order; scores all equal, huge, nearly equal; one class; strides; size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def case(name, y_true, scores):
        return Case.of(name, np.asarray(y_true, dtype=np.int64), np.asarray(scores, dtype=np.float64))

    def mixed(rows, share=0.4):
        """Labels of both classes."""
        return rng.permutation(np.arange(rows) < max(1, min(rows - 1, round(share * rows)))).astype(np.int64)

    y_true, scores = mixed(15), rng.random(15)
    yield Case.of("按名字传参|by name", y_true=y_true, scores=scores)
    yield case("全对|perfect", [0, 0, 1, 0, 1], [0.1, 0.3, 0.8, 0.2, 0.9])
    yield case("全反|all wrong", [1, 1, 0, 1, 0], [0.1, 0.3, 0.8, 0.2, 0.9])
    yield case("一正一负，相等|one each, equal", [0, 1], [0.5, 0.5])
    yield case("一正一负，反序|one each, reversed", [1, 0], [-2.0, 3.0])
    yield case("一个正样本|one positive", [0, 0, 1, 0, 0, 0], [0.2, 0.7, 0.6, 0.1, 0.6, 0.5])
    yield case("一个负样本|one negative", [1, 1, 1, 0, 1], [0.2, 0.7, 0.6, 0.6, 0.1])
    # Ties count half whichever class comes first in the input.
    yield case("全部相等，正在前|all equal, positives first", [1, 1, 1, 0, 0], [0.3] * 5)
    yield case("全部相等，负在前|all equal, negatives first", [0, 0, 1, 1, 1], [0.3] * 5)
    yield case("相等的夹在中间|ties in the middle", [0, 1, 0, 1, 1, 0], [0.1, 0.5, 0.5, 0.5, 0.9, 0.5])
    yield case("两组相等|two groups of ties", [1, 0, 1, 0, 1, 0, 0], [0.2, 0.2, 0.7, 0.7, 0.7, 0.2, 0.1])
    yield case("最高分相等|ties at the top", [1, 0, 0, 1, 0], [0.9, 0.9, 0.9, 0.1, 0.2])
    yield case("最低分相等|ties at the bottom", [1, 0, 0, 1, 1], [0.1, 0.1, 0.1, 0.6, 0.1])
    for number in range(3):
        scores = rng.integers(0, 6, 40) / 5
        yield case(f"很多相等，第 {number + 1} 组|many ties, set {number + 1}", mixed(40), scores)
    yield case("负的、超出 [0, 1] 的分数|negative scores, above 1", mixed(50), rng.normal(-3, 20, 50))
    yield case("整数分数|whole scores", mixed(60, 0.2), rng.integers(-4, 5, 60))
    yield case("不平衡|unbalanced", mixed(300, 0.02), np.round(rng.random(300), 2))
    scores = rng.choice([1e308, -1e308, 1e-320, 0.0, -0.0, 5e-324], 50)
    yield case("极端的分数，±0 相等|extreme scores, ±0 are equal", mixed(50), scores)
    # Neighbouring floats are different scores.
    scores = np.nextafter(0.3, 1.0) * (rng.random(30) < 0.5)
    scores[scores == 0] = 0.3
    yield case("相邻的浮点数|neighbouring floats", mixed(30), scores)
    yield case("相差极小|tiny differences", mixed(40), 0.7 + rng.integers(0, 9, 40) * 1e-13)
    scores = np.round(rng.random(60), 1)
    yield Case.of("内存不连续|not contiguous", y_true=np.repeat(mixed(20), 3)[::3], scores=scores[::-3])

    yield case("只有正类|positives alone", [1, 1, 1], [0.1, 0.9, 0.5])
    yield case("只有负类|negatives alone", [0, 0], [0.1, 0.9])
    yield case("一个样本|one sample", [1], [0.5])
    yield case("没有样本|no samples", [], [])
    yield case("标签多|more labels than scores", [0, 1, 1], [0.1, 0.9])
    yield case("分数多|more scores than labels", [0, 1], [0.1, 0.9, 0.3])
    yield case("一个标签，多个分数|one label, many scores", [1], [0.1, 0.9, 0.3])

    rows = 200_000
    y_true = rng.integers(0, 2, rows)
    scores = np.round(np.clip(rng.normal(0.4 + 0.2 * y_true, 0.2), 0, 1), 3)
    yield Case.of("大数据|large", y_true=y_true, scores=scores, size=f"N = {rows}, many ties")
