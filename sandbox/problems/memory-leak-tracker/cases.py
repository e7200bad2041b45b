"""Each answer of free, addresses used again, ties of every depth in the report, several trackers, large logs."""

from sandbox.case import Case

LOOK = ((0, "live_bytes", []), (0, "report", []))
MANY = 30_000


def cases(rng):
    def alloc(addr, size, file="a.cpp", line=1, *kind):
        return (0, "alloc", [addr, size, file, line, *kind])

    def free(addr, *kind):
        return (0, "free", [addr, *kind])

    yield Case.ops("nothing happened", [[]], [*LOOK, free(0), free(0, "delete[]"), free(7), *LOOK])
    forms = [("new", "delete"), ("new[]", "delete[]"), ("new", "delete[]"), ("new[]", "delete")]
    steps = []
    for index, (made, freed) in enumerate(forms, 1):
        steps += [alloc(index * 8, 10, "a.cpp", index, made), free(index * 8, freed), *LOOK]
    yield Case.ops("four pairs of forms", [[]], steps)
    yield Case.ops(
        "defaults are new and delete", [[]], [alloc(8, 1), free(8, "delete[]"), alloc(8, 1, "a", 1, "new[]"), free(8)]
    )
    twice = [alloc(16, 5), alloc(16, 9, "b.cpp", 2), *LOOK, free(16), free(16), *LOOK]
    yield Case.ops("a live address cannot be allocated", [[]], twice)
    again = [alloc(16, 5), free(16), alloc(16, 7, "c.cpp", 3, "new[]"), *LOOK, free(16, "delete"), free(16), *LOOK]
    yield Case.ops("an address is used again", [[]], again)
    gone = [alloc(8, 1, "a", 1), free(8, "delete[]"), free(8), alloc(8, 2), free(8), free(8), free(9)]
    yield Case.ops("mismatch releases", [[]], [*gone, *LOOK])
    ties = [("b.cpp", 2, 10), ("a.cpp", 10, 10), ("a.cpp", 9, 10), ("A.cpp", 99, 10), ("z", 1, 11), ("b.cpp", 2, 1)]
    steps = [alloc(8 * index, size, file, line) for index, (file, line, size) in enumerate(ties, 1)]
    yield Case.ops("ties go by file, then by line as a number", [[]], [*steps, *LOOK])
    grouped = [alloc(8 * index, 3, "loop.cpp", 4) for index in range(1, 30)] + [alloc(8000, 80, "once.cpp", 1)]
    yield Case.ops("many blocks of one line", [[]], [*grouped, *LOOK, free(8), free(16), *LOOK])
    yield Case.ops("one line, both forms", [[]], [alloc(8, 1), alloc(16, 2, "a.cpp", 1, "new[]"), *LOOK])
    wide = [alloc(2**62, 2**40), alloc(2**62 + 8, 2**40), *LOOK, free(2**62), *LOOK]
    yield Case.ops("64-bit addresses and sizes", [[]], wide)
    yield Case.ops("names that are not ASCII", [[]], [alloc(8, 4, "内存.cpp", 1), alloc(16, 4, "zz.cpp", 1), *LOOK])
    other = [
        (1, "alloc", [8, 3, "x", 1]),
        free(8),
        (1, "free", [8]),
        alloc(8, 1),
        (1, "report", []),
        (1, "live_bytes", []),
    ]
    yield Case.ops("two trackers share nothing", [[], []], [*other, *LOOK])
    for count in (80, 800):
        steps = []
        for choice in rng.integers(0, 10, count).tolist():
            addr = 8 * int(rng.integers(0, 12))
            if choice < 5:
                file, line = f"{'abc'[int(rng.integers(0, 3))]}.cpp", int(rng.integers(1, 13))
                form = ("new", "new[]")[int(rng.integers(0, 2))]
                steps.append(alloc(addr + 8, int(rng.integers(1, 9)), file, line, form))
            elif choice < 9:
                steps.append(free(addr, ("delete", "delete[]")[int(rng.integers(0, 2))]))
            else:
                steps += LOOK
        yield Case.ops(f"{count} random operations", [[]], [*steps, *LOOK])

    steps = []
    sizes = rng.integers(1, 1000, MANY).tolist()
    lines = rng.integers(1, 2000, MANY).tolist()
    for index in range(MANY):
        steps += [alloc(16 * (index + 1), sizes[index], f"f{index % 50}.cpp", lines[index]), LOOK[0]]
    steps += [free(16 * (index + 1)) for index in rng.permutation(MANY)[: MANY // 2].tolist()]
    yield Case.ops("large, many places", [[]], [*steps, *LOOK], size=f"{MANY} allocs and live_bytes, {MANY // 2} frees")
    count = MANY
    steps = [alloc(8 * (index + 1), 24) for index in range(count)] + [LOOK[1]]
    steps += [free(8 * (index + 1)) for index in range(count)] + [*LOOK]
    # Neither is found in a list of what lived once without looking through it.
    steps += [free(8 * (index + 1)) for index in range(0, count, 6)] + [
        free(8 * index + 3) for index in range(count // 3)
    ]
    yield Case.ops("large, one line", [[]], steps, size=f"{count} allocs from one line, then {count} frees")
