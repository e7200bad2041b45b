"""What equals what across types, lists among the elements, mixtures of everything, and sizes for a hash table only."""

from sandbox.case import Call, Case

VALUES, QUERIES = 300_000, 40_000
MIXTURE = [
    *(0, 1, -1, 2, 7, 10**18, 0.0, -0.0, 1.0, 0.5, -2.5, 7.0, 1e18, True, False, None),
    *("", "0", "1", "1.0", "a", "A", "True", "None", "[]", "[1]", "(1,)", " ", "键"),
    *([], [0], [1], [1, 2], [2, 1], [7, 7], [-1]),
]


def cases(rng):
    def some(elements, count):
        return [elements[i] for i in rng.integers(0, len(elements), count).tolist()]

    def ask(*pairs):
        return tuple(Call([values, queries]) for values, queries in pairs)

    yield Case("nothing there", ask(([], []), ([], [1, "a", None, [1]]), ([1, [2]], [])))
    yield Case(
        "one value",
        ask(([5], [5, 4]), ([None], [None, 0, "", False, []]), ([""], ["", " ", None]), ([[]], [[], None, 0])),
    )
    yield Case("the same query again", ask(([1, 2, 2], [2, 2, 3, 2, 3]), (["a"], ["a", "a"]), ([[1]], [[1], [1]])))
    yield Case(
        "1, 1.0 and True",
        ask(([1], [1.0, True, 1]), ([True], [1, 1.0, 2]), ([1.0], [1, True]), ([1, 2], [False, 0, 0.0])),
    )
    yield Case(
        "0, -0.0 and False",
        ask(([0], [0.0, -0.0, False]), ([-0.0], [0, 0.0, False]), ([False], [0, "", None, [], 0.0])),
    )
    yield Case(
        "numbers are not text", ask((["1", "2.0"], [1, "1", 2.0, "2", 2]), ([1, 2], ["1", 2, "2"]), ([None], ["None"]))
    )
    large = [2**53, 2**53 + 1, 2**63, 10**18 + 1, 0.1, 1e300, -(2**70)]
    others = [
        2.0**53,
        2**53 + 2,
        float(2**63),
        1e18,
        0.1 + 0.2 - 0.2,
        -(2.0**70),
        10**300,
        2**53 + 1,
        0.30000000000000004,
    ]
    yield Case("large numbers and fractions", ask((large, others), (others, large)))
    yield Case(
        "text", ask((["a", "ab", "é"], ["A", "ab", "b", "e\u0301", "é", "a "]), (["面经", "经"], ["面", "面经", "經"]))
    )
    lists = [[1, 2], [], [3], [0, 0]]
    yield Case(
        "lists",
        ask(
            (lists, [[1, 2], [2, 1], [1], [3], [], [0], [0, 0, 0]]),
            ([1, 2, 3], [[1], [1, 2, 3], 1]),
            (lists, [3, 1, 0]),
        ),
    )
    yield Case(
        "lists of the same digits",
        ask(
            ([[1, 11], [2, 3]], [[11, 1], [111], [1, 1, 1], [1, 11], [23], [2, 3]]),
        ),
    )
    yield Case(
        "a list is not its text",
        ask((["[1, 2]", "[]", "1"], [[1, 2], [], [1]]), ([[1, 2], []], ["[1, 2]", "[]", "[1,2]"])),
    )
    yield Case("lists and the numbers in them", ask(([[5], 6], [5, 6, [5], [6]]), ([5, [6]], [[5], 6, 5, [6]])))
    for count in (6, 25):
        pairs = [(some(MIXTURE, count), some(MIXTURE, 15)) for _ in range(30)]
        yield Case(f"30 mixtures of {count} values", ask(*pairs))
    yield Case.of(
        "as many lists as there may be",
        [*range(50), *([i, i + 1] for i in range(100))],
        [[i, i + 1] for i in range(90, 110)],
    )

    def sized(name, values, queries):
        return Case.of(f"large, {name}", values, queries, size=f"{len(values)} values, {len(queries)} queries")

    texts = [f"image-{number:06d}.jpg" for number in rng.permutation(15_000).tolist()]
    yield sized("text", texts[:10_000], some(texts, 10_000))
    mixed = [*some(MIXTURE[:29], 4000), *range(100_000, 110_000), *([i, 2] for i in range(100))]
    yield sized(
        "mixed",
        [mixed[i] for i in rng.permutation(len(mixed))],
        [*range(95_000, 105_000), *([i, 2] for i in range(90, 110))],
    )
    numbers = rng.integers(-(10**9), 10**9, VALUES).tolist()
    asked = rng.permutation(
        [*some(numbers, QUERIES // 2), *rng.integers(-(10**9), 10**9, QUERIES // 2).tolist()]
    ).tolist()
    yield sized("numbers", numbers, asked)
