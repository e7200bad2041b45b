"""Both activations, sizes that all differ and sizes of 1, z exactly 0 and huge, unknown activations, strides, size."""

import numpy as np

from sandbox.case import Case

NAMES = ("x", "W1", "b1", "W2", "b2", "dy")


def cases(rng):
    def arrays(batch, inputs, hidden, outputs, draw=rng.standard_normal):
        shapes = (batch, inputs), (inputs, hidden), (hidden,), (hidden, outputs), (outputs,), (batch, outputs)
        return [draw(shape) for shape in shapes]

    def case(name, values, activation, size=""):
        return Case.of(name, **dict(zip(NAMES, values, strict=True)), activation=activation, size=size)

    yield Case.of("默认激活|default activation", *arrays(5, 3, 4, 2))
    yield Case.of("按位置传参|positional", *arrays(4, 2, 6, 3), "sigmoid")
    for activation in ("relu", "sigmoid"):
        yield case(f"{activation}", arrays(7, 4, 5, 3), activation)
        # Square matrices hide a forgotten transpose, products of different shapes do not.
        yield case(f"{activation}，隐藏层窄|{activation}, narrow hidden layer", arrays(6, 5, 2, 4), activation)
        yield case(f"{activation}，一个样本|{activation}, one sample", arrays(1, 3, 5, 2), activation)
        yield case(f"{activation}，一个输入|{activation}, one input", arrays(6, 1, 4, 3), activation)
        yield case(f"{activation}，一个隐藏单元|{activation}, one hidden unit", arrays(5, 4, 1, 3), activation)
        yield case(f"{activation}，一个输出|{activation}, one output", arrays(5, 3, 4, 1), activation)
        yield case(f"{activation}，全为 1|{activation}, all sizes 1", arrays(1, 1, 1, 1), activation)
    # Square throughout: a transpose too many goes unnoticed by shapes, and must be by values.
    yield case("方阵|square matrices", arrays(3, 3, 3, 3), "relu")
    yield case("方阵，sigmoid|square matrices, sigmoid", arrays(4, 4, 4, 4), "sigmoid")

    whole = arrays(8, 3, 6, 2, draw=lambda shape: rng.integers(-1, 2, shape).astype(np.float64))
    whole[0][2] = whole[2][:] = 0
    yield case("z 恰为 0|z is exactly 0", whole, "relu")
    yield case("z 恰为 0，sigmoid|z is exactly 0, sigmoid", whole, "sigmoid")
    values = arrays(6, 3, 5, 2)
    values[2] -= 50
    yield case("relu 全部关闭|all units off", values, "relu")
    values = arrays(6, 3, 5, 2)
    values[5][:] = 0
    yield case("上游梯度为 0|upstream gradient 0", values, "sigmoid")
    values = arrays(9, 4, 5, 3)
    values[5] *= 40
    yield case("上游梯度很大|large upstream gradient", values, "relu")
    for activation in ("sigmoid", "relu"):
        values = arrays(8, 3, 7, 2)
        values[1] *= 10.0 ** rng.integers(1, 4, 7)
        values[2][:3] = [-9e3, 9e3, -750]
        yield case(f"z 很大，{activation}|huge z, {activation}", values, activation)
    values = arrays(5, 2, 6, 3)
    values[1] *= 0.01
    values[2] += np.array([-36.0, -20.0, -8.0, 8.0, 20.0, 36.0])
    yield case("sigmoid 的两端|both ends of sigmoid", values, "sigmoid")

    x, W1, b1, W2, b2, dy = arrays(5, 3, 4, 2)
    views = [
        np.asfortranarray(x),
        np.repeat(W1, 2, axis=0)[::2],
        b1[::-1],
        W2.T.copy().T,
        b2,
        np.repeat(dy, 2, 1)[:, ::2],
    ]
    yield case("内存不连续|not contiguous", views, "relu")
    for activation in ("tanh", "ReLU", "", "linear"):
        yield case(f"未知激活 {activation!r}|unknown activation {activation!r}", arrays(3, 2, 4, 2), activation)

    values = arrays(2048, 256, 512, 64)
    values[1] /= 16
    yield case("大网络|large", values, "relu", size="B = 2048, D = 256, H = 512, O = 64")
