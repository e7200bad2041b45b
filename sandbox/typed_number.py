"""Numbers as people type them: 1792, 1,792, 1.79M, 3.6e6, 3.6*10^6, 360 万, with or without a unit."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from sandbox.problem import Tolerance

_LONGEST_ANSWER = 80
_PLAIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_FACTORS = {
    **dict.fromkeys(("k", "千", "thousand"), 10**3),
    "万": 10**4,
    **dict.fromkeys(("m", "百万", "million"), 10**6),
    "亿": 10**8,
    **dict.fromkeys(("b", "g", "十亿", "billion"), 10**9),
    "t": 10**12,
}
_UNITS = (
    "params?|parameters?|weights?|macs?|flops?|multiply-adds?|operations?|ops|entries|pixels?|px|weighings?|times|nats?|"
    "个参数|参数|次乘加|乘加|次|个|像素"
)
_NUMBER = re.compile(
    rf"(?:[=≈~]|约|大约|about)?\s*(?P<sign>[+-]?)(?P<plain>{_PLAIN})"
    r"(?:e(?P<exponent>[+-]?\d{1,3})|\s*[x×*]\s*10(?:\^|\*\*)(?P<power>\d{1,3}))?"
    rf"\s*(?P<suffix>{'|'.join(sorted(_FACTORS, key=len, reverse=True))})?\s*(?:{_UNITS})?\s*[.。]?"
)
_SIDES = re.compile(rf"(?P<height>{_PLAIN})\s*[x×*]\s*(?P<width>{_PLAIN})")


def objection(
    answer: str,
    expected: int | float,
    *,
    tolerance: Tolerance | None = None,
    side_of_square: bool = False,
    significant_digits: int = 3,
) -> str | None:
    """None where the answer is right, "wrong" where it is another number, else what kind of fault it has.

    A shortened number counts if it is the right one rounded, with enough digits.
    """
    text = unicodedata.normalize("NFKC", answer).replace("\N{MINUS SIGN}", "-").strip().lower()
    sides = _SIDES.fullmatch(text)
    if sides is not None:
        if not side_of_square:
            return "one_number"
        if Decimal(_plain(sides["height"])) != Decimal(_plain(sides["width"])):
            return "not_square"
        text = sides["height"]
    written = _NUMBER.fullmatch(text)
    if written is None or len(text) > _LONGEST_ANSWER:
        return "not_a_number"
    mantissa, factor = _read(written)
    distance = abs(mantissa * factor - Decimal(expected))
    allowed = Decimal(0)
    if tolerance is not None:
        allowed = Decimal(tolerance.atol) + Decimal(tolerance.rtol) * abs(Decimal(expected))
    if distance <= allowed:
        return None
    shortened = written["suffix"] or written["exponent"] or written["power"]
    _, digits, exponent = mantissa.as_tuple()
    if not shortened or distance > Decimal((0, (5,), int(exponent) - 1)) * factor:
        return "wrong"
    return None if len(digits) >= significant_digits else "too_coarse"


def _plain(text: str) -> str:
    return text.replace(",", "")


def _read(written: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The digits as written, and what they are multiplied by."""
    exponent = int(written["exponent"] or written["power"] or 0)
    factor = Decimal((0, (1,), exponent)) * _FACTORS.get(written["suffix"] or "", 1)
    return Decimal(written["sign"] + _plain(written["plain"])), factor
