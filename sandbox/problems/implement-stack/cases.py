"""Every operation on empty stacks, indices on both sides of the bounds, stale values, several stacks, large ones."""

from sandbox.case import Case

PUSHES, READS, POPS = 160_000, 70_000, 35_000
WIDEST = 2**63 - 1


def looks(instance, indices):
    return [(instance, "__getitem__", [index]) for index in indices]


def cases(rng):
    def numbers(count, largest=999):
        return rng.integers(-largest, largest + 1, count).tolist()

    def pushes(values, instance=0):
        return [(instance, "push", [value]) for value in values]

    nothing = [(0, name, []) for name in ("empty", "pop", "top", "empty")] + looks(0, (0, -1, 1))
    yield Case.ops("an empty stack", [[]], nothing)
    yield Case.ops("use after errors", [[]], [*nothing, *pushes([5]), (0, "top", []), *nothing])
    yield Case.ops("one element", [[]], [*pushes(numbers(1)), *looks(0, (0, 1, -1)), (0, "empty", []), (0, "top", [])])
    values = numbers(10)
    yield Case.ops("indices count from the bottom", [[]], [*pushes(values), *looks(0, range(-12, 13))])
    stale = [
        *pushes([11, 22, 33]),
        (0, "pop", []),
        *looks(0, (2, 1, 0)),
        (0, "pop", []),
        (0, "pop", []),
        *looks(0, (0,)),
    ]
    yield Case.ops("popped values cannot be reached", [[]], [*stale, (0, "top", []), (0, "empty", [])])
    yield Case.ops("pushing over popped values", [[]], [*stale, *pushes([44, 55]), *looks(0, range(4)), (0, "top", [])])
    yield Case.ops(
        "top does not remove", [[]], [*pushes([1, 2]), (0, "top", []), (0, "top", []), (0, "pop", []), (0, "top", [])]
    )
    yield Case.ops("zero and equal values", [[]], [*pushes([0, 0, 7, 7]), *looks(0, range(5)), (0, "empty", [])])
    extremes = [WIDEST, -WIDEST - 1, 2**31, -(2**31) - 1, 2**32, 10**18]
    yield Case.ops("64-bit values", [[]], [step for value in extremes for step in (*pushes([value]), (0, "top", []))])
    yield Case.ops("far indices", [[]], [*pushes([1, 2, 3]), *looks(0, (2**31, 2**32, 2**32 + 1, -(2**32), WIDEST))])
    both = [
        *pushes([1, 2]),
        *pushes([3], 1),
        *looks(0, range(3)),
        *looks(1, range(2)),
        (1, "pop", []),
        (1, "empty", []),
    ]
    yield Case.ops("two stacks share nothing", [[], []], [*both, (0, "empty", []), (0, "top", []), (1, "top", [])])
    for count in (60, 600):
        steps, size = [], 0
        for choice in rng.integers(0, 10, count).tolist():
            if choice < 4:
                steps += pushes(numbers(1))
                size += 1
            elif choice < 6:
                steps.append((0, "pop", []))
                size = max(size - 1, 0)
            elif choice < 8:
                steps += looks(0, [int(rng.integers(-2, size + 2))])
            else:
                steps.append((0, "top" if choice == 8 else "empty", []))
        yield Case.ops(f"{count} random operations", [[]], steps)
    falling = [(0, name, []) for _ in range(40) for name in ("top", "pop")]
    yield Case.ops(
        "grows, shrinks, grows", [[]], [*pushes(numbers(40)), *falling, *pushes(numbers(70)), *looks(0, range(71))]
    )

    large = [*pushes(numbers(PUSHES, 10**9)), *looks(0, rng.integers(0, PUSHES, READS).tolist())]
    large += [(0, name, []) for _ in range(POPS) for name in ("top", "pop")]
    yield Case.ops("large", [[]], large, size=f"{PUSHES} pushes, {READS} reads, {2 * POPS} tops and pops")
