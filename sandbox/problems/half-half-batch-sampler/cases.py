"""Lengths, several epochs, the same generator in a second sampler, who draws when, wrong sizes, and a large epoch.

A call of the class itself builds a second sampler; global generators are seeded before calls, differently.
"""

from sandbox.case import Call, Case, torch_generator

MANY = 100_000


def epoch(seed=None):
    return Call(method="__iter__", collect=MANY, seed=seed)


def state(generator, seed=None):
    return Call([generator], function="generator_state", seed=seed)


LENGTH = Call(method="__len__")


def cases(rng):
    def seed():
        return int(rng.integers(2**31))

    def second(arguments, *, seed=None):
        return Call(arguments, function="HalfHalfBatchSampler", collect=MANY, seed=seed)

    def case(name, n_a, n_b, batch_size, drop_last=False, **more):
        init = {"n_a": n_a, "n_b": n_b, "batch_size": batch_size, "drop_last": drop_last}
        calls = (LENGTH, epoch(), epoch(), LENGTH, epoch())
        return Case(name, calls, init=init | {"generator": torch_generator(seed())}, **more)

    yield case("B is smaller", 10, 6, 4)
    yield case("A is smaller", 5, 12, 6)
    yield case("equal sizes", 24, 24, 8)
    yield case("filled up", 11, 7, 4)
    yield case("filled up, drop_last", 11, 7, 4, drop_last=True)
    yield case("A is smaller, drop_last", 7, 23, 8, drop_last=True)
    yield case("sizes that h divides, drop_last", 12, 8, 8, drop_last=True)
    yield case("B is much smaller than a batch", 40, 3, 16)
    yield case("A is much smaller than a batch", 2, 50, 20)
    yield case("one of each", 1, 1, 2)
    yield case("one of B", 9, 1, 4)
    yield case("both smaller than half a batch", 3, 2, 16)
    yield case("no batch at all", 3, 2, 16, drop_last=True)
    yield case("batches of two", 13, 6, 2)
    yield case("batch size 30", 100, 64, 30)
    # Whether rounds, epochs and both sets are shuffled afresh shows where chance is out of the question.
    yield case("many rounds of B", 600, 20, 12)
    yield case("many rounds of A", 30, 700, 16)
    yield case("slightly more of A", 44, 40, 8)
    yield case("equal, large", 60, 60, 10, drop_last=True)
    arguments = {"n_a": 50, "n_b": 30}
    yield Case("defaults", (LENGTH, epoch(seed()), LENGTH), init=arguments)
    yield Case("positional arguments", (LENGTH, epoch()), init=[23, 31, 6, True, torch_generator(seed())])

    for name, n_a, n_b, drop_last in (("same seed", 40, 26, False), ("same seed, drop_last", 18, 50, True)):
        arguments = {"n_a": n_a, "n_b": n_b, "batch_size": 8, "drop_last": drop_last}
        same = seed()
        calls = (
            epoch(seed()),
            epoch(seed()),
            *(second(arguments | {"generator": torch_generator(same)}, seed=seed()) for _ in range(2)),
            second(arguments | {"generator": torch_generator(same + 1)}, seed=1),
        )
        yield Case(name, calls, init=arguments | {"generator": torch_generator(same)})
    arguments = {"n_a": 40, "n_b": 26, "batch_size": 4}
    one, other = seed(), seed()
    calls = (epoch(one), second(arguments, seed=one), second(arguments, seed=other))
    yield Case("global generator", calls, init=arguments)

    g, untouched = torch_generator(one, "g"), torch_generator(one)
    calls = (state(g), state(untouched), LENGTH, state(g), epoch(), state(g))
    yield Case("who draws when", calls, init=arguments | {"generator": g})
    calls = (state(None, other), LENGTH, state(None), epoch(), state(None))
    yield Case("who draws when, global generator", calls, init=arguments)

    for init in (
        [4, 4, 5],
        [4, 4, 1],
        [4, 4, 0],
        [4, 4, -2],
        [0, 4, 4],
        [4, 0, 4],
        [-3, 4, 4],
        [4, -1, 4],
        [9, 9, 17, True],
    ):
        yield Case(f"n_a, n_b, batch_size = {init[:3]}", (LENGTH,), init=init)

    calls = (Call(method="__iter__", collect=MANY),)
    init = [60_000, 1000, 16, False, torch_generator(seed())]
    yield Case("large", calls, init=init, size="n_a = 60000, n_b = 1000")
