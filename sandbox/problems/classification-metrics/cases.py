"""Classes that never occur, are never predicted or never right; one class; no samples; bad labels; strides; size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def case(name, y_true, y_pred, classes, size=""):
        arrays = (np.asarray(labels, dtype=np.int64) for labels in (y_true, y_pred))
        return Case.of(name, *arrays, classes, size=size)

    def noisy(rows, classes, wrong=0.4):
        y_true = rng.choice(classes, rows, p=rng.dirichlet(np.ones(classes)))
        y_pred = np.where(rng.random(rows) < wrong, rng.integers(0, classes, rows), y_true)
        return y_true, y_pred

    yield case("两类，不对称|two classes, not symmetric", [0, 0, 0, 0, 1, 1, 0], [0, 0, 1, 0, 1, 0, 0], 2)
    y_true, y_pred = noisy(40, 4)
    yield Case.of("按名字传参|by name", y_true=y_true, y_pred=y_pred, num_classes=4)
    yield case("类别不平衡|unbalanced classes", *noisy(200, 6), 6)
    yield case("全对|all right", [2, 0, 1, 1, 2], [2, 0, 1, 1, 2], 3)
    yield case("全错|all wrong", [0, 1, 2, 0, 1], [1, 2, 0, 2, 0], 3)
    yield case("有的类没出现|classes that never occur", [0, 3, 3, 0, 3], [0, 3, 0, 3, 3], 6)
    yield case("最后一类没出现|the last class never occurs", [0, 1, 1], [1, 1, 0], 3)
    yield case("第一类没出现|the first class never occurs", [2, 1, 1, 2], [1, 1, 2, 2], 3)
    yield case("从不预测某类|a class is never predicted", [0, 1, 2, 1, 2], [0, 1, 1, 1, 0], 3)
    yield case("预测了没有的类|a predicted class that is not there", [0, 1, 1, 0], [0, 2, 1, 2], 3)
    yield case("只预测一类|one class predicted alone", [0, 1, 2, 3, 1], [1, 1, 1, 1, 1], 4)
    yield case("C = 1", [0, 0, 0], [0, 0, 0], 1)
    yield case("一个样本|one sample", [1], [2], 4)
    yield case("没有样本|no samples", [], [], 3)
    yield case("没有样本，C = 1|no samples, C = 1", [], [], 1)
    yield case("类比样本多|more classes than samples", *noisy(9, 30), 30)
    y_true, y_pred = noisy(60, 5)
    yield Case.of("内存不连续|not contiguous", y_true[::3], y_pred[::-3], 5)

    yield case("真实标签太大|true label too large", [0, 1, 3], [0, 1, 2], 3)
    yield case("预测标签太大|predicted label too large", [0, 1, 2], [0, 3, 2], 3)
    yield case("预测标签太大，落到别的格子|predicted label too large, lands in another cell", [0, 0], [0, 5], 3)
    yield case("真实标签为负|negative true label", [0, -1, 2], [0, 1, 2], 3)
    # 1 * 3 - 1 would be counted as class 0 predicted to be 2.
    yield case("预测标签为负|negative predicted label", [0, 1, 2], [0, -1, 2], 3)
    yield case("相同的非法标签|equal labels outside", [0, 1, 7], [0, 1, 7], 3)
    yield case("C = 1，标签 1|C = 1, label 1", [0, 0], [0, 1], 1)
    yield case("长度不同|lengths differ", [0, 1, 2], [0, 1], 3)
    yield case("长度 1 和 3|lengths 1 and 3", [1], [1, 0, 1], 2)
    yield case("一边没有样本|no samples on one side", [], [0, 1], 2)

    yield case("大数据|large", *noisy(1_000_000, 100), 100, size="N = 1000000, C = 100")
