# expect: accepted
import numpy as np


class Linear:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def __call__(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.dW = np.einsum("bi,bo->io", self.x, grad, optimize=True)
        self.db = np.einsum("bo->o", grad)
        return grad @ self.W.T


class ReLU:
    def __call__(self, z):
        self.on = z > 0
        return np.where(self.on, z, 0.0)

    def backward(self, grad):
        return np.where(self.on, grad, 0.0)


class Sigmoid:
    def __call__(self, z):
        self.a = np.exp(-np.logaddexp(0, -z))
        return self.a

    def backward(self, grad):
        return grad * self.a * (1 - self.a)


LAYERS = {"relu": ReLU, "sigmoid": Sigmoid}


def mlp_forward_backward(x, W1, b1, W2, b2, dy, activation="relu"):
    if activation not in LAYERS:
        raise ValueError(f"activation must be one of {sorted(LAYERS)}")
    first, act, second = Linear(W1, b1), LAYERS[activation](), Linear(W2, b2)
    y = second(act(first(x)))
    dx = first.backward(act.backward(second.backward(dy)))
    return y, {"dx": dx, "dW1": first.dW, "db1": first.db, "dW2": second.dW, "db2": second.db}
