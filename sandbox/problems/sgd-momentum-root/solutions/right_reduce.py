# expect: accepted
from functools import reduce
from itertools import repeat


def solve(x0, lr=1e-3, momentum=0.9, steps=10000):
    def update(state, _):
        x, v = state
        v = momentum * v + 2 * (x * x + 2 * x - 3) * (2 * x + 2)
        return x - lr * v, v

    return reduce(update, repeat(None, steps), (x0, 0.0))[0]
