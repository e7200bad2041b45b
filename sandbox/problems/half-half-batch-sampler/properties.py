"""Batches by the rules of the contract, epochs that differ or are equal, generators that moved or did not.

What a case's epochs have to do with each other follows from how they were called: the sampler itself (one more
epoch of the same generator), or a second sampler, whose first epoch is known where generators were seeded alike.
"""

from itertools import pairwise

import numpy as np

from sandbox.case import Failed

ENOUGH = 12
"""So many entries never come in the same order twice by chance: 12! is half a milliard."""

NAMES = ("n_a", "n_b", "batch_size", "drop_last", "generator")


def named(arguments):
    return arguments if isinstance(arguments, dict) else dict(zip(NAMES, arguments, strict=False))


def seed_of(arguments, call):
    """What the draws of a first epoch start from."""
    generator = arguments.get("generator")
    return ("global", call.get("seed")) if generator is None else ("own", generator.given["seed"])


def check(case, got, want):
    init = named(case["init"])
    n_a, n_b, batch_size = init["n_a"], init["n_b"], init.get("batch_size", 16)
    epochs, states = [], []
    for index, call in enumerate(case["calls"]):
        if call.get("function") == "generator_state":
            states.append((index, got[index]))
        elif call.get("collect") is None:
            if type(got[index]) is not int or got[index] != want[index]:
                told = f"len = {want[index]}"
                return [Failed("length", zh=f"正确的批数（{told}）", en=f"the right number of batches ({told})")]
        else:
            failed = of_epoch(got[index], len(want[index]), n_a, n_b, batch_size)
            if failed is not None:
                return [failed]
            entries = np.array(got[index], dtype=np.int64).reshape(-1, 2, batch_size // 2)
            first = call.get("function") is not None or not epochs
            seed = seed_of(named(call["args"]) if call.get("function") else init, call) if first else None
            epochs.append((seed, entries[:, 0].ravel(), entries[:, 1].ravel() - n_a))
    return [*between(epochs, n_a, n_b), *of_states(case, states)]


def of_epoch(batches, count, n_a, n_b, batch_size):
    """The first rule that an epoch breaks by itself, or None."""
    if type(batches) is not list or len(batches) != count:
        return Failed("count", zh=f"正好 {count} 批", en=f"exactly {count} batches")
    for batch in batches:
        if type(batch) is not list or len(batch) != batch_size or set(map(type, batch)) != {int}:
            return Failed(
                "batch",
                zh=f"由 {batch_size} 个 Python int 组成的列表作为每一批",
                en=f"a list of {batch_size} Python ints as every batch",
            )
    entries = np.array(batches, dtype=np.int64).reshape(-1, 2, batch_size // 2)
    for which, low, size in ((0, 0, n_a), (1, n_a, n_b)):
        name, stream = "AB"[which], entries[:, which].ravel() - low
        if stream.size and (stream.min() < 0 or stream.max() >= size):
            half = ("前半", "first") if which == 0 else ("后半", "second")
            return Failed(
                "halves",
                zh=f"每批{half[0]}只有 {name} 的下标",
                en=f"only indices of {name} in the {half[1]} half of each batch",
            )
        rounds = [stream[start : start + size] for start in range(0, len(stream), size)]
        for one in rounds:
            if len(np.unique(one)) != len(one):
                return Failed(
                    "rounds",
                    zh=f"{name} 全部用过一遍之前不重复",
                    en=f"no repeats before all of {name} has been used",
                )
        if (disorder := shuffled(name, rounds)) is not None:
            return disorder
    return None


def shuffled(name, rounds):
    for index, one in enumerate(rounds):
        if len(one) < ENOUGH:
            continue
        if (np.diff(one) > 0).all() or (np.diff(one) < 0).all():
            return Failed("shuffled", zh=f"打乱的 {name}", en=f"a shuffled {name}")
        for before in rounds[:index]:
            if related(before[: len(one)], one):
                return Failed(
                    "fresh",
                    zh=f"{name} 每一轮重新抽的排列",
                    en=f"a freshly drawn permutation of {name} for each round",
                )
    return None


def related(one, other):
    """Whether an order is another one, turned, reversed or not."""
    for candidate in (other, other[::-1]):
        places = np.flatnonzero(one == candidate[0])
        if len(places) == 1 and np.array_equal(np.roll(one, -int(places[0])), candidate):
            return True
    return False


def between(epochs, n_a, n_b):
    failed = []
    for _, of_a, of_b in epochs:
        if min(n_a, n_b, len(of_a), len(of_b)) >= ENOUGH:
            # A permutation of the larger set, without what the smaller one lacks, or modulo its size, is no other.
            a, b = of_a[:n_a], of_b[:n_b]
            size = min(n_a, n_b)
            left, right = a[a < size], b[b < size]
            least = min(len(left), len(right))
            if least >= ENOUGH and np.array_equal(left[:least], right[:least]):
                failed.append(Failed("independent", zh="各自独立打乱的 A 和 B", en="independent orders of A and B"))
                break
            least = min(len(a), len(b))
            if np.array_equal(a[:least] % size, b[:least] % size):
                failed.append(Failed("independent", zh="各自独立打乱的 A 和 B", en="independent orders of A and B"))
                break
    for index, (seed, *streams) in enumerate(epochs):
        for other_seed, *others in epochs[:index]:
            same = [np.array_equal(one, other) for one, other in zip(streams, others, strict=True)]
            sizes = [min(size, len(one)) for size, one in zip((n_a, n_b), streams, strict=True)]
            if seed is not None and seed == other_seed and seed != ("global", None):
                if not all(same):
                    failed.append(
                        Failed(
                            "repeatable", zh="种子相同时相同的顺序", en="the same order from equally seeded generators"
                        )
                    )
            elif any(equal and size >= ENOUGH for equal, size in zip(same, sizes, strict=True)):
                failed.append(
                    Failed(
                        "new order",
                        zh="每个 epoch、每个种子各自的顺序",
                        en="an order of its own for every epoch and seed",
                    )
                )
    return failed[:1]


def of_states(case, states):
    """The sampler's generator moves with an epoch, and only then."""
    calls = case["calls"]
    for (start, before), (end, after) in pairwise(states):
        drawn = any(call.get("collect") for call in calls[start:end])
        moved = not np.array_equal(np.asarray(before), np.asarray(after))
        if moved and not drawn:
            return [
                Failed(
                    "draws nothing",
                    zh="iter() 之前原封不动的随机数生成器",
                    en="a generator that stays as it is until iter()",
                )
            ]
        if drawn and not moved:
            return [Failed("draws", zh="来自这个生成器的随机数", en="random numbers from that generator")]
    return []
