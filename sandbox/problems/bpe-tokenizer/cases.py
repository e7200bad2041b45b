"""Repeated letters, ties, counts, early stops, letters that sort around '<', retraining, two objects, dicts in another
order; then hundreds of words.
"""

from sandbox.case import Call, Case


def cases(rng):
    def words(count, letters, shortest, longest):
        made = set()
        while len(made) < count:
            length = int(rng.integers(shortest, longest + 1))
            made.add("".join(rng.choice(list(letters), length).tolist()))
        return rng.permutation(sorted(made)).tolist()

    def counted(vocabulary, most):
        return dict(zip(vocabulary, rng.integers(1, most + 1, len(vocabulary)).tolist(), strict=True))

    def trained(name, word_freqs, num_merges, encoded, size=""):
        ops = [(0, "train", [word_freqs, num_merges]), *((0, "encode", [word]) for word in encoded)]
        return Case.ops(name, [[]], ops, size=size)

    runs = ["a", "aa", "aaa", "aaaa", "aaaaa", "aaaaaaa", "baaab", "aabaa"]
    yield trained("one letter", {"aaaa": 1}, 5, runs)
    yield trained("odd runs", {"aaa": 4, "baaaaab": 2, "aab": 1}, 6, runs)
    # ('a', 'a') occurs 4 times in 'aaaaa'; without overlaps it would be 2, and ('b', 'c') would win.
    yield trained("overlapping occurrences count", {"aaaaa": 1, "bc": 3}, 2, [*runs, "bc", "abc"])
    yield trained(
        "one frequent word outweighs many", {"xy": 10, "ab": 1, "abc": 1, "abd": 1, "abe": 1}, 3, ["xy", "ab"]
    )
    yield trained("pairs that occur once", {"hello": 1}, 3, ["hello", "hell", "lo"])
    yield trained("stops when nothing is left", {"ab": 2, "c": 1}, 50, ["ab", "c", "abc", "cab"])
    yield trained("ties", {"zy": 1, "ba": 1, "ab": 1, "yz": 1}, 6, ["zyba", "abyz", "ba"])
    yield trained(
        "ties with the marker and digits",
        {"9a": 1, "a9": 1, "Za": 2, "=a": 2, "0": 2, "A": 2},
        9,
        ["9a", "a9", "0A", "=a"],
    )
    yield trained("ties by the left symbol first", {"ab": 1, "ac": 1, "bb": 1, "cb": 1}, 7, ["abb", "acb", "cbb"])
    yield trained(
        "symbols that look alike when joined",
        {"aabc": 3, "abab": 2, "bcab": 2, "cabc": 1, "aab": 5},
        8,
        ["aabc", "abcab", "ababab", "bcabc", "caab"],
    )
    yield trained(
        "punctuation",
        {"a.b": 3, "axb": 2, "(*)": 2, "\\d+": 1, "w>": 2, "/w>": 1},
        8,
        ["a.b", "axb", "(*)", "\\d+", "/w>"],
    )
    yield trained(
        "Chinese and other letters",
        {"面试": 3, "面经": 2, "试面经": 1, "é😀": 2},
        7,
        ["面试面经", "é😀", "经", "x面试"],
    )
    yield trained("letters never seen", {"abc": 2, "bcd": 1}, 4, ["xyz", "axbc", "bcx", "d"])
    yield trained("the marker ends words only", {"es": 5, "est": 4, "s": 3}, 4, ["ess", "est", "sest", "tes"])
    yield trained("huge counts", {"ab": 10**12, "bc": 10**12 + 1, "abc": 1}, 4, ["abc", "ab", "bc"])
    yield trained("empty dict", {}, 5, ["ab", "", "a"])
    yield trained("no merges", {"ab": 3}, 0, ["ab", ""])
    yield trained("one merge", {"ab": 3, "abab": 1}, 1, ["ababab", "ba", ""])

    for number in range(6):
        vocabulary = words(int(rng.integers(2, 12)), "ab" if number % 2 else "abc", 1, 8 if number % 2 else 6)
        merges = int(rng.integers(1, 25))
        yield trained(f"random {number}", counted(vocabulary, 3), merges, words(20, "abcd", 1, 10))

    for number in range(4):
        vocabulary = words(10, "abc", 2, 6)
        yield trained(f"equal counts {number}", dict.fromkeys(vocabulary, 2), 40, words(10, "abc", 2, 8))
    vocabulary = words(12, "abcd", 2, 5)
    word_freqs = dict.fromkeys(vocabulary, 2)
    turned = dict.fromkeys(reversed(vocabulary), 2)
    yield Case(
        "the dict in another order",
        (
            Call({"word_freqs": word_freqs, "num_merges": 15}, method="train"),
            Call({"word": vocabulary[0]}, method="encode"),
            Call({"word_freqs": turned, "num_merges": 15}, method="train"),
            Call({"word": vocabulary[0]}, method="encode"),
        ),
    )
    yield Case.ops(
        "trained again",
        [[]],
        [
            (0, "encode", ["lower"]),
            (0, "train", [{"low": 5, "lower": 2}, 4]),
            (0, "encode", ["lower"]),
            (0, "train", [{"newer": 6, "wer": 3}, 3]),
            (0, "encode", ["lower"]),
            (0, "encode", ["newer"]),
            (0, "train", [{"newer": 6, "wer": 3}, 3]),
            (0, "train", [{}, 3]),
            (0, "encode", ["newer"]),
            (0, "train", [{"er": 1}, 0]),
            (0, "encode", ["er"]),
        ],
    )
    yield Case.ops(
        "two tokenizers",
        [[], []],
        [
            (0, "train", [{"abc": 2}, 2]),
            (1, "encode", ["abc"]),
            (1, "train", [{"cba": 3}, 1]),
            (0, "encode", ["abccba"]),
            (1, "encode", ["abccba"]),
        ],
    )

    size = "350 words, 200 merges, then 200 words encoded"
    vocabulary = words(350, "abcdefghijkl", 3, 12)
    encoded = [*vocabulary[:100], *words(100, "abcdefghijklm", 3, 12)]
    yield trained("large", counted(vocabulary, 1000), 200, encoded, size)
