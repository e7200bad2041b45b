"""Forward and gradients; losses, parameters and modes after training with and without a generator; prediction."""

import torch

from sandbox.case import Call, Case, given, torch_generator

PARAMETERS = tuple(Call(attribute=name) for name in ("fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"))
MODE = Call(attribute="training")


def cases(rng):
    source = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape):
        return torch.randn(*shape, generator=source)

    def weights(inputs, hidden, classes):
        return {
            "fc1.weight": normal(hidden, inputs) * 0.5,
            "fc1.bias": normal(hidden) * 0.3,
            "fc2.weight": normal(classes, hidden) * 0.5,
            "fc2.bias": normal(classes),
        }

    def module(name, calls, inputs, hidden, classes, *, dropout=0.0, **more):
        init = {"in_dim": inputs, "hidden": hidden, "num_classes": classes}
        if dropout:
            init["dropout"] = dropout
        return Case(name, tuple(calls), init=init, state=weights(inputs, hidden, classes), **more)

    def fit(X, y, epochs, lr, batch_size, **more):
        arguments = {"X": X, "y": y, "epochs": epochs, "lr": lr, "batch_size": batch_size, **more}
        return Call(arguments, method="fit")

    def data(count, inputs, classes):
        return normal(count, inputs), torch.randint(classes, (count,), generator=source)

    def generator(name=""):
        return torch_generator(int(rng.integers(2**31)), name)

    yield module("forward", [Call({"x": normal(5, 3)}), Call([normal(1, 3)])], 3, 4, 2)
    yield module("forward in eval mode", [Call({"x": normal(4, 2)})], 2, 5, 3, training=False, dropout=0.5)
    yield module("gradients of forward", [Call({"x": normal(6, 3)}, backward="compare")], 3, 5, 4)
    yield module("everything dropped", [Call({"x": normal(6, 3)}), Call(attribute="drop.p")], 3, 5, 4, dropout=1.0)

    X, y = data(8, 3, 2)
    yield module("one epoch, one batch", [fit(X, y, 1, 0.1, 8), MODE, *PARAMETERS], 3, 4, 2)
    X, y = data(10, 3, 3)
    yield module("smaller last batch", [fit(X, y, 3, 0.1, 4), MODE, Call({"x": X}), *PARAMETERS], 3, 6, 3)
    yield module("last batch of one", [fit(X, y, 2, 0.2, 3, generator=None), *PARAMETERS], 3, 4, 3)
    yield module("batches of one", [fit(X, y, 2, 0.02, 1), *PARAMETERS], 3, 4, 3)
    yield module("batch larger than the data", [fit(X, y, 4, 0.1, 64), *PARAMETERS], 3, 4, 3)
    yield module("one sample", [fit(X[:1], y[:1], 3, 0.1, 2), *PARAMETERS], 3, 4, 3)
    positional = Call([X, y, 2, 0.1, 5], method="fit")
    yield module("positional arguments", [positional, *PARAMETERS], 3, 4, 3)

    X, y = data(11, 2, 3)
    yield module("generator", [fit(X, y, 4, 0.1, 4, generator=generator()), *PARAMETERS], 2, 5, 3)
    shared = generator("g")
    twice = [fit(X, y, 2, 0.1, 4, generator=shared), fit(X, y, 1, 0.05, 5, generator=shared), *PARAMETERS]
    yield module("one generator in two calls", twice, 2, 5, 3)
    again = [fit(X, y, 2, 0.1, 4), fit(X, y, 2, 0.3, 11), *PARAMETERS]
    yield module("fit twice, each with a new optimiser", again, 2, 5, 3)
    # Seeded differently, global generators must make no difference.
    seeded = [Call(fit(X, y, 2, 0.1, 4).args, method="fit", seed=1), *PARAMETERS]
    yield module("order without a generator", seeded, 2, 5, 3)
    seeded = [Call(fit(X, y, 2, 0.1, 4, generator=generator()).args, method="fit", seed=2), *PARAMETERS]
    yield module("order with a generator only", seeded, 2, 5, 3)

    old = Call([given("_LeavesGradients")], method="apply")
    yield module("old gradients", [old, fit(X, y, 1, 0.1, 4), *PARAMETERS], 2, 5, 3)
    left = {"epochs": 2, "lr": 0.1, "batch_size": 4}
    for training in (True, False):
        # With everything dropped the loss says in which mode the module was.
        mode = "train" if training else "eval"
        calls = [fit(X, y, **left), MODE, Call(attribute="drop.training"), *PARAMETERS, Call({"x": X})]
        yield module(f"dropout in fit, {mode} mode before", calls, 2, 5, 3, dropout=1.0, training=training)
        calls = [fit(X, y, 0, 0.1, 4), MODE, *PARAMETERS]
        yield module(f"no epochs, {mode} mode before", calls, 2, 5, 3, training=training)
    calls = [fit(X, y, 1, 0.1, 4, generator=generator()), Call(method="train"), fit(X, y, 1, 0.1, 4), MODE]
    yield module("train mode between two fits", calls, 2, 5, 3, dropout=1.0)

    for training in (True, False):
        case = module(
            f"predict, {'train' if training else 'eval'} mode before", [], 3, 6, 4, dropout=0.9, training=training
        )
        X = normal(60, 3)
        hidden = (X @ case.state["fc1.weight"].T + case.state["fc1.bias"]).relu()
        best = (hidden @ case.state["fc2.weight"].T + case.state["fc2.bias"]).topk(2).values
        X = X[best[:, 0] - best[:, 1] > 0.01]
        calls = (Call({"X": X}, method="predict"), MODE, Call([X[:7]], method="predict"), Call({"x": X}))
        yield Case(case.name, calls, init=case.init, state=case.state, training=training)
        if training:
            calls = (Call([given("_RefusesGraphs")], method="apply"), Call([X[:5]], method="predict"), MODE)
            yield Case("predict without a graph", calls, init=case.init, state=case.state)

    centres = torch.tensor([[4.0, 0.0, 0.0], [-4.0, 1.0, 0.0], [0.0, -2.0, 4.0]])
    y = torch.arange(90) % 3
    X = centres[y] + normal(90, 3) * 0.5
    calls = [fit(X, y, 10, 0.05, 16, generator=generator()), Call({"X": centres}, method="predict"), MODE]
    yield module("separable", calls, 3, 12, 3)

    X, y = data(800, 20, 5)
    calls = [fit(X, y, 4, 0.02, 32, generator=generator()), *PARAMETERS]
    yield module("large", calls, 20, 64, 5, size="N = 800, 4 epochs of 25 batches")
