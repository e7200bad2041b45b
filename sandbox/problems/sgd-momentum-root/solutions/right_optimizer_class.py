# expect: accepted
class SGD:
    def __init__(self, x, lr, momentum):
        self.x, self.lr, self.momentum = x, lr, momentum
        self.v = None

    def step(self, grad):
        # As torch does it: the buffer starts as the first gradient.
        self.v = grad if self.v is None else self.momentum * self.v + grad
        self.x -= self.lr * self.v


def f(x):
    return (x - 1) * (x + 3)


def dL(x):
    return 4 * f(x) * (x + 1)


def solve(x0: float, lr: float = 1e-3, momentum: float = 0.9, steps: int = 10000) -> float:
    opt = SGD(x0, lr, momentum)
    while steps > 0:
        opt.step(dL(opt.x))
        steps -= 1
    return float(opt.x)
