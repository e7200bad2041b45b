"""Every string over three letters that is short, windows that must not move back, all of Unicode, large alphabets."""

import itertools
import string

from sandbox.case import Case

HALF = 50_000


def cases(rng):
    def text(alphabet, count):
        return "".join(rng.choice(list(alphabet), count).tolist())

    yield Case.of("empty", "")
    yield Case.batch("one character", [(one,) for one in ("a", " ", "\0", "面", "\U0001f600")])
    yield Case.batch("the left end must not move back", [(one,) for one in ("abba", "abcdba", "tmmzuxt", "abcbad")])
    yield Case.batch("restarting loses characters", [(one,) for one in ("dvdf", "anviaj", "pwwkew", "ohvhjdml")])
    yield Case.batch("the longest comes last", [(one,) for one in ("aab", "aaabcd", "abab" + "cdefgh", "au")])
    yield Case.of("no repetition", "".join(rng.permutation(list(string.printable)).tolist()))
    yield Case.of("upper and lower case", "aAbBcCaAbB")
    yield Case.of("spaces and punctuation", "a b, c. d; a-b")
    yield Case.of("digits with leading zeros", "0010203")
    yield Case.of("Chinese", text("面经模拟试官请讲一下", 60))
    yield Case.of("beyond the BMP", text("\U0001f600\U0001f601\U00020000\U00020001ab", 50))
    yield Case.of("composed and decomposed", "é" + "e\u0301" + "ü" + "u\u0308" + "ﬁfi")
    yield Case.of("around ASCII and Latin-1", "".join(map(chr, [*range(120, 136), *range(250, 262), 127, 128, 256])))
    short = ["".join(letters) for count in (2, 3, 4) for letters in itertools.product("abc", repeat=count)]
    yield Case.batch("every string of 2 to 4 out of abc", [(one,) for one in short])
    lists = [text(string.ascii_lowercase[: int(rng.integers(3, 15))], int(rng.integers(5, 30))) for _ in range(50)]
    yield Case.batch("50 strings", [(one,) for one in lists])
    yield Case.of("2000 characters of 500", text([chr(0x4E00 + k) for k in range(500)], 2000))

    yield Case.of("large, all equal", "a" * (2 * HALF), size=f"n = {2 * HALF}, one character")
    yield Case.of("large, letters", text(string.ascii_letters, 2 * HALF), size=f"n = {2 * HALF}, 52 characters")
    # Every second one beyond the BMP; no surrogates in between.
    many = [chr(code) for k in range(HALF // 2) for code in (0x100 + k, 0x20000 + k)]
    block = "".join(rng.permutation(many).tolist())
    yield Case.of("large, a block of different characters twice", block * 2, size=f"n = {2 * HALF}, {HALF} characters")
