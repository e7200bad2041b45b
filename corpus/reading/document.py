"""Lines out of PDF and Word files: their text layer only, no recognition of pictures.

A PDF says where characters stand, not what a line or a heading is: lines that the page's width cut are joined
again, page numbers and lines that repeat on every page are dropped. So a line number is that of the extracted text.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from corpus.errors import ParseError

MAX_DOCUMENT_BYTES = 20_000_000
MAX_UNPACKED_BYTES = 100_000_000
"""Of everything inside a Word file, which is a ZIP archive: a few kilobytes can unpack to gigabytes."""
MAX_PAGES = 300
MAX_CHARACTERS = 2_000_000

PDF_HEAD = b"%PDF"
ZIP_HEAD = b"PK\x03\x04"

_PAGE_NUMBER = re.compile(r"\W*(?:第|page)?\s*\d{1,4}\s*页?\s*(?:(?:/|／|of|共)\s*\d{1,4}\s*页?)?\W*", re.IGNORECASE)
_STARTS_ANEW = re.compile(
    r"\s*(?:#|[-*+•●▪◦·–—]\s|[（(]?\d{1,2}(?:[.．](?!\d)|[、)）])|[①-⑮]|【|[QqAa问答]\s?\d{0,2}\s*[：:]|[一二三四五六七八九十]{1,2}[、面])"
)
_ENDS = "。？！?!；;：:…"
_FULL_LINE = 0.85
"""A line at least this much of the widest is taken to be cut by the page's width."""
_NARROWEST = 40
"""Columns; documents with narrower lines are lists, whose lines end where their authors ended them."""


def is_document(head: bytes) -> bool:
    """Whether a file that begins so is a PDF or a ZIP archive such as a Word file."""
    return head.startswith((PDF_HEAD, ZIP_HEAD))


def document_lines(data: bytes, file: str, *, markdown: bool = True) -> list[str]:
    """The text of a PDF or Word file, line by line.

    Args:
        data: The whole file.
        file: Its name, for errors.
        markdown: Whether Word's headings, lists and tables come as Markdown (a table of layout does not); otherwise
            a line a paragraph and a line a cell.

    Raises:
        ParseError: too large, broken, encrypted, without text, or a ZIP archive that is no Word file.
    """
    if len(data) > MAX_DOCUMENT_BYTES:
        raise ParseError(
            f"文件超过 {MAX_DOCUMENT_BYTES // 1_000_000} MB，请拆开 "
            f"(larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB: split it)",
            file=file,
        )
    lines = _pdf_lines(data, file) if data.startswith(PDF_HEAD) else _docx_lines(data, file, markdown)
    if not any(line.strip() for line in lines):
        raise ParseError("没有文字层，扫描件请先做文字识别 (no text layer: scans need OCR first)", file=file)
    if sum(map(len, lines)) > MAX_CHARACTERS:
        raise ParseError(
            f"文字超过 {MAX_CHARACTERS} 个，请拆开 (more than {MAX_CHARACTERS} characters: split it)", file=file
        )
    return lines


def _pdf_lines(data: bytes, file: str) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    # Its notes on broken files would reach the terminal; the errors below say what matters.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    locked = "PDF 有密码，请另存为无密码的文件 (the PDF has a password: save it without one)"
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ParseError(locked, file=file)
        if len(reader.pages) > MAX_PAGES:
            raise ParseError(f"PDF 超过 {MAX_PAGES} 页，请拆开 (more than {MAX_PAGES} pages: split it)", file=file)
        pages = [page.extract_text().splitlines() for page in reader.pages]
    except DependencyError as error:
        raise ParseError(locked, file=file) from error
    except (
        PyPdfError,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
        OSError,
        RecursionError,
        OverflowError,
        AssertionError,
        NotImplementedError,
        zlib.error,
        struct.error,
    ) as error:
        # pypdf promises no single error for what is wrong inside a file.
        raise ParseError(f"PDF 已损坏 (damaged PDF): {error}", file=file) from error
    return _joined(_without_page_furniture(pages))


def _without_page_furniture(pages: list[list[str]]) -> list[str]:
    """All pages' lines without page numbers, headers and footers."""
    edges = Counter(
        key for page in pages for key in {_furniture_key(line) for line in (*page[:2], *page[-2:]) if line.strip()}
    )
    most = max(3, round(0.6 * len(pages)))
    kept: list[str] = []
    for page in pages:
        for i, line in enumerate(page):
            at_edge = i < 2 or i >= len(page) - 2
            repeated = at_edge and edges[_furniture_key(line)] >= most
            numbered = (i == 0 or i == len(page) - 1) and _PAGE_NUMBER.fullmatch(line)
            if not repeated and not numbered:
                kept.append(line.rstrip())
    return kept


def _furniture_key(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def _joined(lines: list[str]) -> list[str]:
    """Lines with those joined that only the page's width cut."""
    widths = [_columns(line) for line in lines]
    widest = max(widths, default=0)
    joined: list[str] = []
    goes_on = False
    for line, width in zip(lines, widths, strict=True):
        if goes_on and line.strip() and not _STARTS_ANEW.match(line):
            latin = joined[-1][-1:].isascii() and line.lstrip()[:1].isascii()
            joined[-1] += (" " if latin else "") + line.strip()
        else:
            joined.append(line)
        goes_on = width >= max(_NARROWEST, _FULL_LINE * widest) and not line.rstrip().endswith(tuple(_ENDS))
    return joined


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _docx_lines(data: bytes, file: str, markdown: bool) -> list[str]:
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "word/document.xml" not in archive.namelist():
                raise ParseError(
                    "是 ZIP 压缩包，不是 Word 文档，请先解压 (a ZIP archive but no Word document: unpack it first)",
                    file=file,
                )
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES:
                size = MAX_UNPACKED_BYTES // 1_000_000
                raise ParseError(f"DOCX 解压后超过 {size} MB (the DOCX unpacks to more than {size} MB)", file=file)
        return list(_blocks(Document(io.BytesIO(data)), markdown))
    except (
        OpcError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        IndexError,
        TypeError,
        AttributeError,
        SyntaxError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        zlib.error,
        struct.error,
    ) as error:
        # lxml's errors are SyntaxErrors; an encrypted archive is a RuntimeError.
        raise ParseError(f"DOCX 已损坏 (damaged DOCX): {error}", file=file) from error


def _blocks(part: Any, markdown: bool) -> Iterator[str]:
    """Paragraphs and tables of a document or a table's cell, in order."""
    from docx.text.paragraph import Paragraph

    for block in part.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from (_marked(block) if markdown else block.text).split("\n")
        elif markdown and len(block.columns) > 1 and len(block.rows) > 1:
            yield from ("", *_table(block), "")
        else:
            # CVs often are one big table. A merged cell is listed once a column that it spans.
            cells = {id(cell._tc): cell for row in block.rows for cell in row.cells}
            for cell in cells.values():
                yield from _blocks(cell, markdown)


def _marked(paragraph: Any) -> str:
    """The paragraph with Markdown's mark of a heading or a list item."""
    text: str = paragraph.text
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if not text.strip():
        return ""
    if heading := re.fullmatch(r"(?:Heading|标题) ?([1-6])", style):
        return f"{'#' * int(heading[1])} {text.strip()}"
    if style == "Title":
        return f"# {text.strip()}"
    properties = paragraph._p.pPr
    listed = properties is not None and properties.numPr is not None
    if (listed or style.startswith("List")) and not _STARTS_ANEW.match(text):
        level = properties.numPr.ilvl if listed else None
        return f"{'   ' * (level.val if level is not None else 0)}- {text.strip()}"
    return text


def _table(table: Any) -> Iterator[str]:
    for i, row in enumerate(table.rows):
        cells = [re.sub(r"\s*\n\s*", "<br>", cell.text.strip()).replace("|", "｜") for cell in row.cells]
        yield f"| {' | '.join(cells)} |"
        if i == 0:
            yield f"|{'---|' * len(cells)}"
