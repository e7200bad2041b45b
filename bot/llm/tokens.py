"""How many tokens texts may come to, for endpoints that do not say."""

from __future__ import annotations

from collections.abc import Iterable

from bot.schema import Tokens

PER_WIDE_CHARACTER, PER_ASCII_CHARACTER = 0.8, 0.3
"""A little above what tokenizers of today's models need for Chinese and English: an estimate may not be low."""


def estimated(asked: Iterable[str], replied: Iterable[str]) -> Tokens:
    """An estimate, marked as one."""
    return Tokens(asked=_count(asked), replied=_count(replied), estimated=True)


def _count(texts: Iterable[str]) -> int:
    total = 0.0
    for text in texts:
        ascii_only = sum(map(str.isascii, text))
        total += ascii_only * PER_ASCII_CHARACTER + (len(text) - ascii_only) * PER_WIDE_CHARACTER
    return round(total)
