"""From the bytes of a report file to its lines: encodings, and files that are no text at all."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from corpus.errors import ParseError

MAX_BYTES = 5_000_000
MAX_LINE = 20_000
"""Characters; longer lines are not read (nobody writes them by hand)."""

_BINARY_HEADS = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP, Word or Excel file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip file",
    b"\x7fELF": "a program",
}
_FORMAT_CHARACTERS = dict.fromkeys(
    [
        0xFEFF,
        0x00AD,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        *range(0x2066, 0x2070),
    ]
)
_BLANKS = {0x00A0: " ", 0x3000: " ", 0x2028: " ", 0x2029: " ", 0x0085: " ", 0x000B: " ", 0x000C: " "}
_PRINTABLE = re.compile(
    r"[\t\n\r\x20-\x7e\u00a0-\u024f\u0370-\u03ff\u2000-\u27bf\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]"
)
_MOST_BLANKS = 40
_LONG_BLANK = re.compile(rf"[ \t]{{{_MOST_BLANKS + 1},}}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read_text(path: Path) -> str:
    """The file's text. Raises ParseError when it can't be read or is empty, too big or no text."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ParseError(f"larger than {MAX_BYTES // 1_000_000} MB: split it into smaller files", file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise ParseError(f"can't be read ({error.strerror}): check path and permissions", file=path.name) from error
    return decode(data, path.name)


def decode(data: bytes, file: str) -> str:
    """Text of UTF-8 (with or without BOM), UTF-16 or GB18030 bytes. Raises ParseError for anything else."""
    if len(data) > MAX_BYTES:
        raise ParseError(f"larger than {MAX_BYTES // 1_000_000} MB: split it into smaller files", file=file)
    for head, what in _BINARY_HEADS.items():
        if data.startswith(head):
            raise ParseError(f"{what}, not text: save the report as .txt or .md", file=file)
    text = _decoded(data)
    if text is None or len(_CONTROL.findall(text)) > len(text) // 100:
        raise ParseError("not text in UTF-8, UTF-16 or GB18030: save it as UTF-8", file=file)
    if not text.translate(_FORMAT_CHARACTERS).strip():
        raise ParseError("empty: there is nothing to read", file=file)
    return text


def lines_of(text: str) -> list[str]:
    """Lines without their ends; format characters are dropped, and every blank is a blank or a tab."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = plain.translate(_FORMAT_CHARACTERS).translate(_BLANKS)
    # Long runs of blanks say nothing and make regular expressions slow.
    return _LONG_BLANK.sub(" " * _MOST_BLANKS, clean).split("\n")


def _decoded(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _try(data, "utf-16")
    if b"\0" in data[:1000]:
        # UTF-16 without BOM: zero bytes of ASCII stand on one side, those of some characters on the other.
        even, odd = data[0:1000:2].count(0), data[1:1000:2].count(0)
        if max(even, odd) < 2 * min(even, odd):
            return None
        return _try(data, "utf-16-be" if even > odd else "utf-16-le")
    strict = _try(data, "utf-8-sig")
    if strict is not None:
        return strict
    damaged = data.decode("utf-8-sig", errors="replace")
    readable = sum(character > "\x7f" for character in damaged) - damaged.count("\ufffd")
    if damaged.count("\ufffd") * 50 < readable:
        # A download that was cut in the middle of a character: lose that one, not the file.
        return damaged
    chinese = _try(data, "gb18030")
    if chinese is not None and len(_PRINTABLE.findall(chinese)) >= 0.97 * len(chinese):
        return chinese
    return None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
