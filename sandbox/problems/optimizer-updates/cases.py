"""Several steps of every method with decay, unusual settings and zero gradients; two parameters in turn; steps taken
twice from the same state; other methods; a million elements.
"""

import numpy as np

from sandbox.case import Call, Case, result

METHODS = ("sgd", "momentum", "adam")


def step(method, w, g, state, lr, **settings):
    arguments = {"method": method, "w": w, "g": g, "state": state, "lr": lr, **settings}
    return Call(arguments, take=(0,))


def cases(rng):
    def normal(*shape, scale=1.0):
        return scale * rng.standard_normal(shape)

    def steps(name, method, shape, count, lr=0.1, gradients=normal, **settings):
        """Each step goes on from the last one's parameter and state."""
        calls = [step(method, normal(*shape), gradients(*shape), {}, lr, **settings)]
        for index in range(count - 1):
            calls.append(step(method, result(index, 0), gradients(*shape), result(index, 1), lr, **settings))
        return Case(f"{method}: {name}", tuple(calls))

    def now_and_then(*shape):
        return normal(*shape) * (rng.random(shape) < 0.4)

    for method in METHODS:
        yield steps("defaults", method, (4,), 5)
        yield steps("two dimensions", method, (2, 3), 4, lr=0.03)
        yield steps("weight decay", method, (5,), 4, weight_decay=0.3)
        yield steps("other settings", method, (3, 1, 2), 6, lr=0.5, momentum=0.6, beta1=0.7, beta2=0.9, eps=0.25)
        yield steps("no memory", method, (3,), 3, momentum=0.0, beta1=0.0, beta2=0.0)
        yield steps("gradients that are often 0", method, (6,), 6, gradients=now_and_then)
        yield steps("learning rate 0", method, (3,), 2, lr=0.0)
        yield steps(
            "tiny and huge gradients",
            method,
            (5,),
            4,
            gradients=lambda n: normal(n) * np.logspace(-9, 3, n),
            weight_decay=1e-3,
        )
        zero = np.zeros(4)
        yield Case(
            f"{method}: first gradient 0",
            (step(method, normal(4), zero, {}, 0.1), step(method, result(0, 0), normal(4), result(0, 1), 0.1)),
        )
        yield Case(f"{method}: gradient 0 with decay", (step(method, normal(4), zero, {}, 0.1, weight_decay=0.5),))

        w, g, more = normal(2, 4), normal(2, 4), normal(2, 4)
        # Calls 1 and 2 start from the same state, call 3 from theirs.
        yield Case(
            f"{method}: the same step twice",
            (
                step(method, w, g, {}, 0.1),
                step(method, result(0, 0), more, result(0, 1), 0.1),
                step(method, result(0, 0), more, result(0, 1), 0.1),
                step(method, result(2, 0), g, result(2, 1), 0.1),
                step(method, w, g, {}, 0.1),
            ),
        )
        # With the rate inside v, the same numbers come out as long as it never changes.
        rates = enumerate((0.02, 0.5, 0.1))
        calls = [step(method, normal(4), normal(4), {}, 0.1)]
        calls += [step(method, result(index, 0), normal(4), result(index, 1), lr) for index, lr in rates]
        yield Case(f"{method}: the learning rate changes", tuple(calls))
        a, b = normal(3), normal(2, 2)
        yield Case(
            f"{method}: two parameters in turn",
            (
                step(method, a, normal(3), {}, 0.1),
                step(method, b, normal(2, 2), {}, 0.1),
                step(method, result(0, 0), normal(3), result(0, 1), 0.1),
                step(method, result(1, 0), normal(2, 2), result(1, 1), 0.1),
                step(method, result(2, 0), normal(3), result(2, 1), 0.1),
            ),
        )
        yield Case(f"{method}: not contiguous", (step(method, normal(6, 4)[::2].T, normal(4, 6)[:, ::-2], {}, 0.2),))
    yield steps("arguments it does not use", "sgd", (3,), 2, momentum=2.0, beta1=1.0, beta2=1.0, eps=0.0)
    yield steps("arguments it does not use", "momentum", (3,), 2, beta1=1.0, beta2=1.0, eps=0.0)
    yield steps("arguments it does not use", "adam", (3,), 2, momentum=5.0)
    yield steps("20 steps", "adam", (2,), 20, beta2=0.95)
    for method in ("rmsprop", "Adam", "adamw", "nesterov", ""):
        yield Case.of(f"method {method!r}", method, normal(3), normal(3), {}, 0.1)

    w, g = rng.random(1_000_000), rng.random(1_000_000)
    # Of all steps but the last only one element is compared.
    calls = [Call({"method": "adam", "w": w, "g": g, "state": {}, "lr": 0.01}, take=(0, 17))]
    for index in range(2):
        at = {"method": "adam", "w": result(index, 0), "g": result(0, 0), "state": result(index, 1), "lr": 0.01}
        calls.append(Call(at, take=(0,) if index == 1 else (0, 17)))
    yield Case("adam: large", tuple(calls), size="1000000 elements, 3 steps")
