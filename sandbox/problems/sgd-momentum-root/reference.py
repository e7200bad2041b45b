"""The update rule of torch.optim.SGD with momentum, step by step."""


def solve(x0, lr=1e-3, momentum=0.9, steps=10000):
    x, velocity = float(x0), 0.0
    for _ in range(steps):
        gradient = 2 * (x**2 + 2 * x - 3) * (2 * x + 2)
        velocity = momentum * velocity + gradient
        x -= lr * velocity
    return x
