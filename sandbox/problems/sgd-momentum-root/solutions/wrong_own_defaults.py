# expect: wrong_answer
# Other default arguments.
def solve(x0, lr=1e-4, momentum=0.9, steps=1000):
    x = x0
    v = 0.0
    for _ in range(steps):
        f = x**2 + 2 * x - 3
        g = 2 * f * (2 * x + 2)
        v = momentum * v + g
        x = x - lr * v
    return x
