"""The structure of a report as the endpoint's model sees it: what each line is, never what it says.

The model is shown redacted, numbered lines and names their roles; `corpus.parse` builds the report from the file's own
text. Whatever it answers, the worst is a wrong role, which a person can correct before storing.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Template
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from bot.errors import EndpointError
from bot.llm.chat import ChatEndpoint
from bot.llm.structured import Unusable, structured
from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND
from corpus.parse import OutlineLine, ParsedReport, ParseError, Skipped, parse_outlined, read_lines
from corpus.redact import redact

LINES_AT_ONCE = 120
MOST_LINES = 1200
"""Longer reports are not sent: ten requests are what somebody would wait for."""
LONGEST_LINE = 300
"""Characters of a line that are shown; more says no more about what the line is."""


class _Outline(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    lines: tuple[OutlineLine, ...]


class _Shown(NamedTuple):
    number: int
    text: str


class Outliner:
    """Reads reports again with the help of the endpoint."""

    def __init__(self, endpoint: ChatEndpoint) -> None:
        self._endpoint = endpoint

    def __call__(self, path: Path, parsed: ParsedReport) -> ParsedReport:
        """The report that the model's outline describes; the parser's own with a reason where there is none."""
        try:
            lines = read_lines(path)
            return parse_outlined(lines, parsed.report.file, self._outline(lines))
        except (EndpointError, ParseError, _NoOutline) as error:
            reason = f"模型没能给出结构，用的是程序自己的解析 (no outline by the model, read by the program): {error}"
            told = Skipped(file=parsed.report.file, line=1, reason=reason)
            return ParsedReport(parsed.report, [told, *parsed.skipped])

    def _outline(self, lines: list[str]) -> tuple[OutlineLine, ...]:
        shown = [_Shown(n, redact(line.strip())[:LONGEST_LINE]) for n, line in enumerate(lines, 1) if line.strip()]
        if len(shown) > MOST_LINES:
            raise _NoOutline(f"文件超过 {MOST_LINES} 行 (more than {MOST_LINES} lines)")
        found: list[OutlineLine] = []
        company, round_ = UNKNOWN_COMPANY, UNKNOWN_ROUND
        for part in _parts(shown):
            for entry in self._part(part, company, round_):
                company, round_ = entry.company or company, entry.round or round_
                found.append(entry)
        return tuple(found)

    def _part(self, part: list[_Shown], company: str, round_: str) -> list[OutlineLine]:
        numbers = {line.number for line in part}

        def check(outline: _Outline) -> None:
            strange = [entry.line for entry in outline.lines if entry.line not in numbers]
            if strange:
                raise Unusable(f"没有第 {strange[0]} 行 (there is no line {strange[0]})")
            if not outline.lines:
                raise Unusable("lines 是空的 (lines is empty)")

        request = _prompt("outline_lines").substitute(
            company=company,
            round=round_,
            fence=f"<<{secrets.token_hex(8)}>>",
            lines="\n".join(f"{line.number}: {line.text}" for line in part),
        )
        outline = structured(self._endpoint, _prompt("outline").template, request, _Outline, check)
        by_line = {entry.line: entry for entry in outline.lines}
        return [by_line[line] for line in sorted(by_line)]


class _NoOutline(Exception):
    """These lines are not to be outlined by a model."""


def _parts(shown: list[_Shown]) -> Iterator[list[_Shown]]:
    for first in range(0, len(shown), LINES_AT_ONCE):
        yield shown[first : first + LINES_AT_ONCE]


@cache
def _prompt(name: str) -> Template:
    return Template((Path(__file__).parent.parent / "prompts" / f"{name}.md").read_text(encoding="utf-8"))
