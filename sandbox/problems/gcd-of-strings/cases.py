"""Repetitions of shared and of different words, all short strings, one letter wrong, lengths far apart."""

import itertools

from sandbox.case import Call, Case

LARGEST = 100_000


def cases(rng):
    def each(*pairs):
        return tuple(Call([a, b]) for a, b in pairs)

    def word(count, letters="ABC"):
        return "".join(rng.choice(list(letters), count).tolist())

    def spoilt(text, at):
        return text[:at] + ("B" if text[at] != "B" else "C") + text[at:][1:]

    yield Case("one letter", each(("A", "A"), ("A", "B"), ("Z", "ZZZ"), ("AAAA", "A"), ("AAAB", "A")))
    yield Case("equal", each(("ABC", "ABC"), ("ABAB", "ABAB"), ("AAAA", "AAAA"), ("ABCABD", "ABCABD")))
    yield Case(
        "one divides the other", each(("ABAB", "AB"), ("AB", "ABABAB"), ("ABCABCABC", "ABCABC"), ("AAAAAA", "AAAA"))
    )
    yield Case(
        "the longest, not the shortest",
        each(("ABABABAB", "ABAB"), ("AAAA", "AA"), ("A" * 12, "A" * 18), ("AB" * 6, "AB" * 4)),
    )
    yield Case(
        "nothing in common", each(("LEET", "CODE"), ("ABC", "DEF"), ("AB", "BA"), ("ABAB", "BABA"), ("AAB", "ABA"))
    )
    yield Case(
        "a common beginning only",
        each(("ABCABD", "ABC"), ("ABCABC", "ABD"), ("ABABA", "AB"), ("ABAB", "ABA"), ("AAAB", "AA")),
    )
    yield Case("a common end only", each(("CAB", "AB"), ("BAB", "AB"), ("ABBB", "BB"), ("XABAB", "AB")))
    yield Case(
        "lengths without a common divisor",
        each(("AAAAA", "AAA"), ("ABABABA", "ABA"), ("ABCDE", "ABC"), ("A" * 9, "A" * 10)),
    )
    yield Case(
        "the gcd of the lengths is no divisor",
        each(("ABCDEF", "ABCD"), ("ABAC", "AB"), ("ABAB", "ABAC"), ("AABAAB", "AABB")),
    )
    yield Case(
        "divides one of them only",
        each(("ABABAB", "ABABAA"), ("ABABAA", "ABAB"), ("ABCABC", "ABCABCABD"), ("AAAA", "AAAAAB")),
    )
    yield Case(
        "the same letters in another order",
        each(("ABCABC", "ACB"), ("ABBA", "AB"), ("ABBAABBA", "ABAB"), ("BCA", "ABCABC")),
    )
    short = ["".join(letters) for count in (1, 2, 3, 4) for letters in itertools.product("AB", repeat=count)]
    pairs = list(itertools.product(short, repeat=2))
    yield Case("200 pairs of 1 to 4 letters", each(*(pairs[i] for i in rng.permutation(len(pairs))[:200])))
    pairs = []
    for _ in range(60):
        base = word(int(rng.integers(1, 5)), "AB")
        texts = [base * int(rng.integers(1, 9)) for _ in range(2)]
        if rng.random() < 0.4:
            which = int(rng.integers(2))
            texts[which] = spoilt(texts[which], int(rng.integers(len(texts[which]))))
        pairs.append(texts)
    yield Case("60 pairs of repetitions", each(*pairs))

    period = word(1000)
    a, b = period * 100, period * 60
    size = f"lengths {len(a)} and {len(b)}"
    yield Case.of("large, a period of 1000", a, b, size=size)
    yield Case.of("large, the last letter of a is wrong", spoilt(a, len(a) - 1), b, size=size)
    yield Case.of("large, the last letter of b is wrong", a, spoilt(b, len(b) - 1), size=size)
    yield Case.of("large, Fibonacci lengths", "A" * 75025, "A" * 46368, size="lengths 75025 and 46368")
    many = word(13)
    yield Case.of("large, many divisors", many * 7560, many * 5040, size=f"lengths {13 * 7560} and {13 * 5040}")
    yield Case.of("large, 100000 letters and one", "A" * LARGEST, "A", size=f"lengths {LARGEST} and 1")
    yield Case.of("large, one letter and 100000", "A", "A" * (LARGEST - 1) + "B", size=f"lengths 1 and {LARGEST}")
