"""The number that somebody arrives at in an answer of some sentences, in digits or in words, Chinese or English.

Only reading is done here, by the patterns of `spoken_number.yaml`; whether the number is right is for the drill to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

from bot.data import Data
from bot.datafile import read_datafile
from bot.scorers.text import CJK, spoken

PATTERNS = Path(__file__).with_suffix(".yaml")
MOST_WORDS = 5
"""Words, or Chinese characters, of an answer up to which a "一" or "one" in it is taken for a number; in longer ones it
is part of "一层" or "this one".
"""
LONGEST_QUOTE = 60

_WORD = re.compile(rf"[{CJK}]|[a-z]+", re.IGNORECASE)
_ROUGH = 3
"""Zeros at the end from which a number in words is a rounded one."""


class NumberPatterns(Data):
    """The file `spoken_number.yaml`."""

    zh_digits: Mapping[str, int]
    zh_units: Mapping[str, int]
    zh_groups: Mapping[str, int]
    zh_point: str
    en_numbers: Mapping[str, int]
    en_scales: Mapping[str, int]
    en_point: str
    times: str
    power_of_ten: str
    operators: str
    conclusions: tuple[str, ...]
    alternatives: str
    units: str


@dataclass(frozen=True)
class SpokenNumber:
    """What was said, and the same as one would type it."""

    quote: str
    """Verbatim, after NFKC and without format characters."""
    typed: str
    """In digits, as `sandbox.typed_number` reads them; the quote itself where it is no single number."""


@dataclass(frozen=True)
class _Run:
    """Numbers joined by signs of arithmetic. typed: None where the speaker left it to be worked out."""

    start: int
    end: int
    typed: str | None


def number_said(answer: str) -> SpokenNumber | None:
    """The number that an answer comes to; None where there is none in it.

    That is the last one behind a word of conclusion ("=", 一共, "so"), else the one that the answer begins with, else
    the last. Where the speaker leaves two open ("28 或者 56"), it is both, which is no number.
    """
    text = spoken(answer)
    runs = _runs(text)
    if not runs:
        return None
    settled = [run for run in runs if run.typed is not None]
    concluded = [run for run in settled if _compiled().conclusion.search(text, 0, run.start)]
    leading = [run for run in settled[:1] if run is runs[0] and not _WORD.search(text, 0, run.start)]
    chosen = (concluded[-1:] or leading or settled[-1:] or runs[-1:])[0]
    for one, other in pairwise(runs):
        if chosen in (one, other) and _compiled().alternative.fullmatch(text, one.end, other.start):
            both = text[one.start : other.end]
            return SpokenNumber(both[:LONGEST_QUOTE], both)
    quote = text[chosen.start : chosen.end].strip()
    return SpokenNumber(quote[:LONGEST_QUOTE], quote if chosen.typed is None else chosen.typed)


def _runs(text: str) -> list[_Run]:
    compiled = _compiled()
    found = []
    for match in compiled.run.finditer(text):
        before, behind = compiled.formula_before.search(text, 0, match.start()), text[match.end() :]
        if before is None and compiled.formula_behind.match(behind) is None and (run := _run(match)) is not None:
            found.append(run)
    short = len(_WORD.findall(text)) <= MOST_WORDS
    return [run for run in found if short or not _is_small_word(text[run.start : run.end])]


def _is_small_word(said: str) -> bool:
    data = _patterns()
    return said in data.zh_digits or said in data.zh_units or data.en_numbers.get(said.lower(), 10) < 10


def _run(match: re.Match[str]) -> _Run | None:
    """None where what looks like a number in words is none, as 两三百."""
    compiled = _compiled()
    numbers = list(compiled.number.finditer(match[0]))
    typed = [_typed(number[0].lower()) for number in numbers]
    if None in typed:
        return None
    if len(numbers) == 1:
        sign = "-" if match[0][0] in "-−" else ""
        return _Run(match.start(), match.end(), f"{sign}{typed[0]}")
    between = match[0][numbers[0].end() : numbers[1].start()]
    are_sides = len(numbers) == 2 and re.fullmatch(_patterns().times, between.strip(), re.IGNORECASE)
    return _Run(match.start(), match.end(), f"{typed[0]}x{typed[1]}" if are_sides else None)


def _typed(said: str) -> str | None:
    if said[0].isascii() and said[0].isdigit():
        return re.sub(_patterns().power_of_ten, r"*10^\1", said)
    value = _english(re.findall(r"[a-z]+", said)) if said.isascii() else _chinese(said)
    if value is None:
        return None
    mantissa, zeros = value.normalize().as_tuple()[1:]
    exponent = int(zeros)
    if exponent >= _ROUGH:
        return f"{Decimal((0, mantissa, 0))}e{exponent}"
    return f"{value:f}"


def _chinese(said: str) -> Decimal | None:
    """The value of a number in Chinese words; of a list of digits, as 二五六, these digits. None where it is none."""
    data = _patterns()
    whole, point, rest = said.partition(data.zh_point)
    if point:
        digits = "".join(str(data.zh_digits[char]) for char in rest if char in data.zh_digits)
        factor = 1
        for char in rest[len(digits) :]:
            factor *= {**data.zh_units, **data.zh_groups}.get(char, 0)
        before = _chinese(whole)
        return None if before is None or not factor else Decimal(f"{before}.{digits}") * factor
    if len(whole) > 1 and all(char in data.zh_digits for char in whole):
        return Decimal("".join(str(data.zh_digits[char]) for char in whole))
    total = section = 0
    digit: int | None = None
    for char in whole:
        if char in data.zh_digits:
            if digit:
                return None
            digit = data.zh_digits[char]
        elif char in data.zh_units:
            section += (1 if digit is None else digit) * data.zh_units[char]
            digit = None
        else:
            total = (total + section + (digit or 0)) * data.zh_groups[char]
            section, digit = 0, None
    return Decimal(total + section + (digit or 0))


def _english(said: Iterable[str]) -> Decimal | None:
    """The value of a number in English words."""
    data = _patterns()
    total, section, decimals = Decimal(0), Decimal(0), ""
    after_point = False
    for word in said:
        if word == data.en_point:
            after_point = True
        elif word in data.en_numbers and after_point:
            decimals += str(data.en_numbers[word])
        elif word in data.en_numbers:
            section += data.en_numbers[word]
        elif word in data.en_scales:
            section = section if not decimals else section + Decimal(f"0.{decimals}")
            decimals, after_point = "", False
            if data.en_scales[word] == 100:
                section *= 100
            else:
                total, section = total + section * data.en_scales[word], Decimal(0)
    return total + section + (Decimal(f"0.{decimals}") if decimals else 0)


@dataclass(frozen=True)
class _Compiled:
    number: re.Pattern[str]
    run: re.Pattern[str]
    formula_before: re.Pattern[str]
    formula_behind: re.Pattern[str]
    """What makes a number a part of a formula with letters, as the 1 of (n-k)/s+1 and the 2 of 2p."""
    conclusion: re.Pattern[str]
    alternative: re.Pattern[str]


@cache
def _patterns() -> NumberPatterns:
    return read_datafile(PATTERNS, NumberPatterns)


@cache
def _compiled() -> _Compiled:
    data = _patterns()
    # "M" is a million in 1.79M and 1.79MFLOPs.
    suffix = rf"\s*(?:十亿|百万|千|万|亿|thousand|million|billion|[kmbgt](?=(?:{data.units})\b|(?![a-z0-9])))"
    digits = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:e[+-]?\d{{1,3}}|\s*{data.power_of_ten})?(?:{suffix})?"
    zh_digit = "".join(data.zh_digits)
    zh_unit = "".join((*data.zh_units, *data.zh_groups))
    chinese = rf"(?<!第)[{zh_digit}十][{zh_digit}{zh_unit}]*(?:{data.zh_point}[{zh_digit}]+[{zh_unit}]*)?"
    word = "|".join((*data.en_numbers, *data.en_scales))
    english = rf"\b(?:{'|'.join(data.en_numbers)})(?:[ -]+(?:and )?(?:{word}|{data.en_point}))*\b"
    number = f"(?:{digits}|{chinese}|{english})"
    sign = f"(?:{data.times}|{data.operators})"
    run = rf"(?<![a-z0-9_.])[-−]?[(\[⌊]*{number}(?:[)\]⌋]*\s*{sign}\s*[(\[⌊]*{number})*[)\]⌋]*"
    behind = rf"(?!(?:{data.units})\b)[a-z]{{1,2}}(?![a-z])|\s*{sign}\s*[(\[⌊]*[a-z]"
    return _Compiled(
        number=re.compile(number, re.IGNORECASE),
        run=re.compile(run, re.IGNORECASE),
        formula_before=re.compile(rf"[\w)\]}}]\s*(?:{sign}\s*)[(\[⌊]*$", re.IGNORECASE),
        formula_behind=re.compile(behind, re.IGNORECASE),
        conclusion=re.compile(rf"(?:{'|'.join(data.conclusions)})\s*$", re.IGNORECASE),
        alternative=re.compile(data.alternatives, re.IGNORECASE),
    )
