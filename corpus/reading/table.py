"""Tables in Markdown whose rows are questions: which column holds what, told by the table's header."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.reading.cues import load_cues

_SEPARATOR = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass
class Row:
    """One row: an index into the file's lines, and its cells by column name."""

    number: int
    cells: dict[str, str] = field(default_factory=dict)

    def text(self, column: str) -> str:
        """A cell's text; empty where there is no such column."""
        return _BREAK.sub(" ", self.cells.get(column, "")).strip()

    def parts(self, column: str) -> list[str]:
        """The lines of a cell; none where there is no such column."""
        return [part.strip() for part in _BREAK.split(self.cells.get(column, "")) if part.strip(" -—/")]


@dataclass
class Table:
    """A table whose header is understood, or not: then it has no columns."""

    end: int
    """Index of the line behind the table."""
    columns: list[str]
    """company, round, date, question, answer, note, or "" for anything else."""
    rows: list[Row]


def table_at(lines: list[str], number: int) -> Table | None:
    """The table whose header is line `number` (an index); None, where there is none."""
    if "|" not in lines[number] or number + 1 >= len(lines) or "|" not in lines[number + 1]:
        return None
    if not _SEPARATOR.fullmatch(lines[number + 1][:1000]):
        return None
    columns = [_column(cell) for cell in _cells(lines[number])]
    rows: list[Row] = []
    end = number + 2
    while end < len(lines) and "|" in lines[end]:
        named = zip(columns, _cells(lines[end]), strict=False)
        rows.append(Row(end, {column: cell for column, cell in named if column}))
        end += 1
    return Table(end, columns, rows)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))]


def _column(title: str) -> str:
    bare = re.sub(r"[\W_]+", "", title).casefold()
    return next((name for name, titles in load_cues().columns.items() if bare in titles), "")
