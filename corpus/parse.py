"""Reads interview reports: strictly those in this project's format, forgivingly everybody else's.

The formats are described in `corpus/README.md`. Personal data is taken out before anything
leaves this module.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.errors import ParseError
from corpus.reading.decode import lines_of, read_bytes, text_of
from corpus.reading.document import document_lines, is_document
from corpus.reading.outline import Outline, OutlineLine, Role, build_outlined
from corpus.reading.parsed import ParsedReport, Skipped
from corpus.reading.shipped import is_shipped, parse_shipped
from corpus.reading.wild import parse_wild
from corpus.redact import redact, redact_file_name

__all__ = [
    "READABLE_SUFFIXES",
    "Outline",
    "OutlineLine",
    "ParseError",
    "ParsedReport",
    "Role",
    "Skipped",
    "parse_outlined",
    "parse_report",
    "parse_text",
    "read_lines",
]

READABLE_SUFFIXES = frozenset({".md", ".markdown", ".txt", ".pdf", ".docx"})


def parse_report(path: Path, *, clean: Callable[[str], str] = redact) -> ParsedReport:
    """Reads one file: text, PDF or DOCX, whatever its name ends in.

    clean: takes personal data out of a text in this project's format; those that ship hold none, as a test makes sure.

    Raises:
        ParseError: the file can't be read, is empty, too large or no text; or it claims to be in this
            project's format (front matter with `company:` and `source:`) and breaks it.
    """
    return _parse_lines(read_lines(path), redact_file_name(path.name), clean)


def parse_text(text: str, file: str) -> ParsedReport:
    """Reads text as if it stood in a file named `file`. Raises ParseError as `parse_report` does."""
    name = redact_file_name(file) or "report.txt"
    return _parse_lines(lines_of(text_of(text.encode("utf-8", "replace"), name)), name)


def parse_outlined(lines: list[str], file: str, outline: Outline) -> ParsedReport:
    """The report of a file's `lines` where somebody else, such as a language model, says what each line is.

    All text comes from `lines`; personal data is taken out as always. What the outline leaves out, or what can't be
    what it says, is listed in `skipped`.

    Raises:
        ParseError: the outline names a line outside of the file, or lines twice or out of order.
    """
    return build_outlined(lines, file, outline)


def read_lines(path: Path) -> list[str]:
    """The lines of a report file; those of a PDF or DOCX are the lines of its extracted text.

    Raises:
        ParseError: the file can't be read, is empty, too large or holds no text.
    """
    data = read_bytes(path)
    if is_document(data[:8]):
        return lines_of("\n".join(document_lines(data, path.name)))
    return lines_of(text_of(data, path.name))


def _parse_lines(lines: list[str], name: str, clean: Callable[[str], str] = redact) -> ParsedReport:
    if is_shipped(lines):
        return parse_shipped(lines, name, clean)
    return parse_wild(lines, name)
