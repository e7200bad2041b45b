# expect: wrong_answer
# Nesterov: the gradient at the place ahead.
def solve(x0, lr=1e-3, momentum=0.9, steps=10000):
    x = x0
    v = 0.0
    for _ in range(steps):
        y = x - lr * momentum * v
        g = 2 * (y**2 + 2 * y - 3) * (2 * y + 2)
        v = momentum * v + g
        x = x - lr * v
    return x
