"""The numbers of a CV with what they measure: latencies, metrics, sizes of data and models, gains, people. A number
that nothing around it names is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.quantities import NUMBER, Quantity, Reading, quantities, read_number, without_unit, written_out
from bot.resume.cues import resume_cues
from bot.resume.found import ResumeFigure
from bot.resume.layout import Line
from bot.scorers.text import fold, spoken, weight

MOST_FIGURES = 40
LONGEST_QUOTE = 36.0
"""In Chinese characters, of which a Latin letter is .4: what can be quoted in a question."""
FEWEST_OF_DATA = 100
"""Fewer pictures or samples are no data set: "8 张卡"."""

_CLAUSE = re.compile(r"[，；。;！!？?、\n|｜\t]|,(?!\s?\d{3}(?!\d))|\.(?=\s|$)|[(（)）]|:\s|：")
_DATE_OR_NAME = re.compile(r"(?:19|20)\d{2}(?=[年./-]|$)|(?<=@)[\d.]+|(?<=top[- ])\d|(?<=top)\d|\d+ ?[x×*] ?\d+")
_NEXT_UNIT = re.compile(r"[a-z0-9%万张条帧类倍人个秒毫维层]")
_MADE_OF_UNITS = {"seconds": "latency", "rate": "frame_rate"}
"""Units that say by themselves what they measure."""


def clauses_of(line: str) -> Iterator[str]:
    """The clauses of a line, verbatim."""
    begin = 0
    for cut in _CLAUSE.finditer(line):
        yield line[begin : cut.start()].strip()
        begin = cut.end()
    yield line[begin:].strip()


def find_figures(lines: Iterable[Line]) -> tuple[ResumeFigure, ...]:
    """The numbers of a CV, in order; several of one clause that measure the same are one figure."""
    found: list[ResumeFigure] = []
    for line in lines:
        if line.section == "other":
            continue
        before = ""
        for clause in clauses_of(line.text):
            if 0 < weight(clause) <= LONGEST_QUOTE:
                found += _figures(clause, before, line)
            before = clause
    return tuple(dict.fromkeys(found))[:MOST_FIGURES]


def _figures(clause: str, before: str, line: Line) -> Iterator[ResumeFigure]:
    folded = fold(spoken(clause)).text
    read: dict[tuple[str, str], list[float]] = {}
    passed_over = [match.span() for match in _DATE_OR_NAME.finditer(folded)]
    for number in NUMBER.finditer(folded):
        if any(start <= number.start() < end for start, end in passed_over):
            continue
        understood = _understood(folded, number) or _after_its_name(folded, number, fold(spoken(before)).text)
        if understood is not None:
            measures, reading = understood
            read.setdefault((measures, reading.kind), []).append(reading.value)
    for (measures, kind), values in read.items():
        yield ResumeFigure(
            measures=measures,
            kind=kind,
            values=tuple(values),
            quote=clause,
            line=line.text,
            project=line.project,
        )


def _understood(clause: str, number: re.Match[str]) -> tuple[str, Reading] | None:
    cues = resume_cues()
    ahead, behind = clause[: number.start()], clause[number.end() :].lstrip()
    if times := cues.times.match(behind):
        if not cues.speedup.search(clause):
            return ("gain", Reading("times", written_out(number), number.end())) if cues.gain.search(clause) else None
        return "speedup", Reading("times", written_out(number), number.end() + times.end())
    changed = cues.gain.search(ahead)
    is_difference = changed is not None and not cues.reached.search(ahead[changed.end() :])
    is_difference = is_difference or re.search(r"\+ ?$", ahead) is not None
    if is_difference:
        reading = _read(clause, number, ("percent", "decibels", "seconds", "rate"))
        bare = reading is not None and reading.kind == "percent" and reading.end == number.end()
        named = any(quantity.words.search(clause) for quantity in cues.measures if "percent" in quantity.counted_in)
        return ("gain", reading) if reading is not None and (named or not bare) else None
    words = [
        (abs(number.start() - word.start()), quantity)
        for quantity in cues.measures
        for word in quantity.words.finditer(clause)
    ]
    for _, quantity in sorted(words, key=lambda each: each[0]):
        if (reading := _read_as(quantity, clause, number)) is not None:
            return quantity.name, reading
    for kind, measures in _MADE_OF_UNITS.items():
        reading = _read(clause, number, (kind,))
        if reading is not None and reading.end > number.end():
            return measures, reading
    return None


def _after_its_name(clause: str, number: re.Match[str], before: str) -> tuple[str, Reading] | None:
    """A number whose name stands in the clause before it, as "延迟：18 ms"."""
    if number.start() > 3 or len(before) > 20:
        return None
    for quantity in resume_cues().measures:
        if quantity.words.search(before) and (reading := _read_as(quantity, clause, number)) is not None:
            return quantity.name, reading
    return None


def _read_as(quantity: Quantity, clause: str, number: re.Match[str]) -> Reading | None:
    reading = _read(clause, number, quantity.counted_in)
    too_few = reading is not None and reading.value < FEWEST_OF_DATA and quantity.name.endswith("set")
    return None if too_few else reading


def _read(clause: str, number: re.Match[str], kinds: Iterable[str]) -> Reading | None:
    """The number as one of these kinds. A CV is short: where a kind needs no unit, what follows need not be known."""
    for kind in kinds:
        reading = read_number(clause, number, kind)
        bare = _NEXT_UNIT.match(clause[number.end() :].lstrip()) is None or number["times"]
        if reading is None and bare and "" in quantities().units[kind] and (kind != "pieces" or number["times"]):
            reading = Reading(kind, without_unit(number, kind), number.end())
        if reading is not None and (kind != "percent" or reading.value <= 100):
            return reading
    return None
