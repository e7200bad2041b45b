"""Reads interview reports: strictly those in this project's format, forgivingly everybody else's.

The formats are described in `corpus/README.md`. Personal data is taken out before anything
leaves this module.
"""

from __future__ import annotations

from pathlib import Path

from corpus.errors import ParseError
from corpus.reading.decode import decode, lines_of, read_text
from corpus.reading.parsed import ParsedReport, Skipped
from corpus.reading.shipped import is_shipped, parse_shipped
from corpus.reading.wild import parse_wild

__all__ = ["ParseError", "ParsedReport", "Skipped", "parse_report", "parse_text"]


def parse_report(path: Path) -> ParsedReport:
    """Reads one file.

    Raises:
        ParseError: the file can't be read, is empty, too large or no text; or it claims to be in this
            project's format (front matter with `company:` and `source:`) and breaks it.
    """
    return parse_text(read_text(path), path.name)


def parse_text(text: str, file: str) -> ParsedReport:
    """Reads text as if it stood in a file named `file`. Raises ParseError as `parse_report` does."""
    name = Path(file.replace("\\", "/")).name or "report.txt"
    lines = lines_of(decode(text.encode("utf-8", "replace"), name))
    if is_shipped(lines):
        return parse_shipped(lines, name)
    return parse_wild(lines, name)
