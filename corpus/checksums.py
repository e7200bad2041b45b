"""Numbers for words and for stretches of characters, so that no vocabulary has to be stored and kept in step.

Of a million different words some hundred share their number with another, which no search notices.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_MIX = np.uint32(0x9E3779B1)
"""Spreads neighbouring numbers over all bits (multiplicative hashing, Knuth)."""


@lru_cache(maxsize=1 << 17)
def checksum(word: str) -> int:
    """32 bits."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def stretches(text: str, longest: int) -> list[NDArray[np.uint32]]:
    """Checksums of one character, of two, and so on, from each place on, shape (characters,) each.

    Near the end the missing characters count as zeros.
    """
    codes = np.frombuffer((text + "\0" * (longest - 1)).encode("utf-32-le", "surrogatepass"), np.uint32)
    sums = [codes[: len(text)] * _MIX]
    for more in range(1, longest):
        sums.append((sums[-1] ^ codes[more : more + len(text)]) * _MIX)
    return sums


class Grams(NamedTuple):
    """Chinese characters, or stretches of them, in a list of texts."""

    text: NDArray[np.int64]
    """Which text each is of."""
    checksum: NDArray[np.uint32]


def chinese_grams(texts: Sequence[str], lengths: Sequence[int]) -> list[Grams]:
    """All stretches of each length, in the order of texts; many texts at once take little longer than one."""
    joined = "\0".join(texts)
    longest = max(lengths)
    sums = stretches(joined, longest)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    chinese = np.append((codes >= 0x3400) & (codes <= 0x9FFF), np.zeros(longest, np.bool_))
    ends = np.cumsum([len(text) + 1 for text in texts])
    grams = []
    for length in lengths:
        whole = np.logical_and.reduce([chinese[place : place + len(codes)] for place in range(length)])
        places = np.flatnonzero(whole)
        grams.append(Grams(np.searchsorted(ends, places, side="right"), sums[length - 1][places]))
    return grams
