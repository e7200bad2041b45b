"""Reading a candidate's CV: PDF, DOCX, Markdown or plain text, redacted before anything is kept."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from pathlib import Path

from bot.errors import BadInput
from bot.resume.figures import find_figures
from bot.resume.found import Resume, ResumeProject
from bot.resume.layout import read_layout
from bot.resume.mentions import find_own_parts, find_skills
from bot.resume.outlined import Role, outlined_layout
from bot.resume.publications import find_publications
from corpus.errors import ParseError
from corpus.reading.document import document_lines, is_document
from corpus.redact import redact

LARGEST_BYTES = 5_000_000
MOST_CHARACTERS = 20_000


def read_resume(path: Path) -> Resume:
    """The redacted text of a CV and what is found in it.

    Raises:
        BadInput: the file cannot be read, is too large, of another format, or holds no text.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise BadInput(f"简历太大 (CV too large): {path.name}，上限 {LARGEST_BYTES // 1_000_000} MB")
        text = _text_of(path)
    except OSError as error:
        raise BadInput(f"读不了简历 (cannot read the CV): {path}: {error.strerror}") from error
    text = redact(_printable(text.replace("\r\n", "\n").replace("\r", "\n")))[:MOST_CHARACTERS].strip()
    if not text:
        raise BadInput(f"简历里没有文字 (no text in the CV): {path.name}；扫描件请先转成文字 (scans need OCR first)")
    return understood(text)


def understood(text: str, roles: Mapping[int, Role] | None = None) -> Resume:
    """What is found in the redacted text of a CV.

    Args:
        roles: What each line is, by its number from 1, where somebody said so.
    """
    entries, lines = read_layout(text) if roles is None else outlined_layout(text, roles)
    return Resume(
        text=text,
        projects=tuple(entry.name for entry in entries),
        entries=tuple(
            ResumeProject(name=entry.name, period=entry.period, lines=tuple(entry.lines)) for entry in entries
        ),
        skills=find_skills(lines),
        figures=find_figures(lines),
        own_parts=find_own_parts(lines),
        publications=find_publications(lines),
    )


def _printable(text: str) -> str:
    """Without control characters, which nothing that is shown may hold."""
    return "".join(char for char in text if char in "\n\t" or unicodedata.category(char) != "Cc")


def _text_of(path: Path) -> str:
    match path.suffix.lower():
        case ".pdf" | ".docx":
            return _document_text(path)
        case ".md" | ".markdown":
            # Emphasis is layout; what is quoted of a CV is its words.
            return re.sub(r"\*\*|`", "", _plain_text(path))
        case ".txt" | "":
            return _plain_text(path)
        case other:
            raise BadInput(f"不支持的简历格式 (format not supported): {other}；请用 PDF、DOCX、MD 或 TXT")


def _document_text(path: Path) -> str:
    data = path.read_bytes()
    if not is_document(data):
        raise BadInput(f"不是 PDF 或 DOCX 简历 (no PDF or DOCX): {path.name}")
    try:
        return "\n".join(document_lines(data, path.name, markdown=False))
    except ParseError as error:
        raise BadInput(f"读不了简历 (cannot read the CV): {path.name}: {error.reason}") from error


def _plain_text(path: Path) -> str:
    raw = path.read_bytes()
    is_utf_16 = raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_utf_16 else ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInput(f"看不出简历的编码 (unknown encoding): {path.name}；请存为 UTF-8")
