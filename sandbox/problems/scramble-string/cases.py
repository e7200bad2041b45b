"""All arrangements of short strings, random ones of few letters, and pairs that drown recursion without a memo."""

import itertools
import string

from sandbox.case import Call, Case

# Anagrams with thousands of matching cuts and no way to the end: 4e10 and 2e9 calls with letter counts compared first.
HARD = (
    ("cabaaabbabbabbbbcccaacbabaaac", "ccaabaaabbababbacbcabbcbacbaa"),
    ("acbedaceebccddcbcbbdeceeeecdae", "eebccedcbcebebcddeecadedacebca"),
)


def cases(rng):
    def word(letters, length):
        return "".join(rng.choice(list(letters), length).tolist())

    def anagram(text):
        return "".join(rng.permutation(list(text)).tolist())

    def scrambled(text):
        if len(text) < 2:
            return text
        cut = int(rng.integers(1, len(text)))
        parts = [scrambled(text[:cut]), scrambled(text[cut:])]
        return "".join(parts if rng.random() < 0.5 else reversed(parts))

    def pairs(count, letters, shortest, longest, change):
        words = [word(letters, int(rng.integers(shortest, longest + 1))) for _ in range(count)]
        return tuple(Call([text, change(text)]) for text in words)

    yield Case.of("two empty strings", "", "")
    yield Case("one is empty", (Call(["", "a"]), Call(["ab", ""])))
    yield Case("one letter", (Call(["z", "z"]), Call(["a", "b"])))
    yield Case("two letters", tuple(Call(["ab", other]) for other in ("ab", "ba", "aa", "bb", "ac")))
    yield Case("different lengths", (Call(["abc", "ab"]), Call(["ab", "aab"]), Call(["a" * 30, "a" * 29])))
    yield Case("different letters", (Call(["abcdef", "fedcbg"]), Call(["aab", "abb"]), Call(["aabb", "aaab"])))
    yield Case("equal", pairs(10, "abc", 3, 12, lambda text: text))
    yield Case("reversed", pairs(10, string.ascii_lowercase, 5, 20, lambda text: text[::-1]))
    for letters in ("abcd", "abcde"):
        every = ["".join(order) for order in itertools.permutations(letters)]
        yield Case(f"every arrangement of {letters}", tuple(Call([letters, other]) for other in every))
    yield Case("every arrangement of aabbc", tuple(Call(["aabbc", w]) for w in map(anagram, ["aabbc"] * 60)))
    for letters in ("ab", "abc", "abcdef"):
        yield Case(f"40 anagrams over {letters}", pairs(40, letters, 5, 9, anagram))
        yield Case(f"30 scrambles over {letters}", pairs(30, letters, 5, 14, scrambled))
    # In one of ten the letters match at a cut that leads nowhere while another one does.
    yield Case("50 longer anagrams", pairs(50, "abcd", 11, 15, anagram))

    def renamed(number):
        order = rng.permutation(list("abcde")).tolist()
        return [text.translate(str.maketrans("abcde", "".join(order))) for text in HARD[number]]

    for letters in ("ab", "abc", string.ascii_lowercase):
        one = word(letters, 30)
        yield Case.of(f"large, a scramble over {len(letters)} letters", one, scrambled(one), size="length 30")
    yield Case.of("large, no scramble over 5 letters", *renamed(1), size="length 30")
    yield Case.of("large, no scramble over 3 letters", *renamed(0), size="length 29")
