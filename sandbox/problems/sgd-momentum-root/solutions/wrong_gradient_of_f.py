# expect: wrong_answer
# Follows f itself, which has no minimum at its roots.
def solve(x0, lr=1e-3, momentum=0.9, steps=10000):
    x = x0
    v = 0.0
    for _ in range(steps):
        f = x**2 + 2 * x - 3
        g = 2 * x + 2
        v = momentum * v + g
        x = x - lr * v
    return x
