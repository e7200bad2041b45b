"""From the bytes of a report file to its lines: encodings, and files that are no text at all."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from corpus.errors import ParseError
from corpus.reading.document import MAX_DOCUMENT_BYTES

MAX_BYTES = 5_000_000
MAX_LINES = 50_000
MAX_LINE = 20_000
"""Characters; longer lines are not read (nobody writes them by hand)."""

_BINARY_HEADS = {
    b"%PDF": ("PDF 文件", "a PDF file"),
    b"PK\x03\x04": ("ZIP、Word 或 Excel 文件", "a ZIP, Word or Excel file"),
    b"\xd0\xcf\x11\xe0": ("旧版 Office 文件，请另存为 .docx", "an old Office file, save it as .docx"),
    b"\x89PNG": ("PNG 图片", "a PNG picture"),
    b"\xff\xd8\xff": ("JPEG 图片", "a JPEG picture"),
    b"GIF8": ("GIF 图片", "a GIF picture"),
    b"RIFF": ("WebP 图片或音视频", "a WebP picture, sound or film"),
    b"BM": ("BMP 图片", "a BMP picture"),
    b"\x1f\x8b": ("gzip 压缩文件", "a gzip file"),
    b"Rar!": ("RAR 压缩文件", "a RAR archive"),
    b"7z\xbc\xaf": ("7z 压缩文件", "a 7z archive"),
    b"\x7fELF": ("程序", "a program"),
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


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises ParseError when it can't be read, is too big, or is a folder, pipe or device."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # Reading a pipe would wait for ever.
            raise ParseError("读不了：不是普通文件 (can't be read: no regular file)", file=path.name)
        if status.st_size > max(MAX_BYTES, MAX_DOCUMENT_BYTES):
            raise _too_large(path.name)
        return path.read_bytes()
    except OSError as error:
        raise ParseError(
            f"读不了，请检查路径和权限 (can't be read: {error.strerror}; check path and permissions)", file=path.name
        ) from error


def text_of(data: bytes, file: str) -> str:
    """Text of UTF-8 (with or without BOM), UTF-16 or GB18030 bytes. Raises ParseError for anything else."""
    if len(data) > MAX_BYTES:
        raise _too_large(file)
    for head, (what, what_en) in _BINARY_HEADS.items():
        # Two letters are too few to go by where text can begin with them.
        if data.startswith(head) and (len(head) > 2 or _CONTROL.search(data[:64].decode("latin-1"))):
            raise ParseError(
                f"是{what}，不是文本，请存成 .txt 或 .md ({what_en}, not text: save the report as .txt or .md)",
                file=file,
            )
    text = _decoded(data)
    if text is None or len(_CONTROL.findall(text)) > len(text) // 100:
        raise ParseError(
            "不是 UTF-8、UTF-16 或 GB18030 文本，请存成 UTF-8 (not text in UTF-8, UTF-16 or GB18030: save it as UTF-8)",
            file=file,
        )
    if max(text.count("\n"), text.count("\r")) > MAX_LINES:
        raise ParseError(
            f"超过 {MAX_LINES} 行，请拆成小文件 (more than {MAX_LINES} lines: split it into smaller files)", file=file
        )
    if not text.translate(_FORMAT_CHARACTERS).strip():
        raise ParseError("文件是空的 (empty: there is nothing to read)", file=file)
    return text


def lines_of(text: str) -> list[str]:
    """Lines without their ends; format characters are dropped, and every blank is a blank or a tab."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = plain.translate(_FORMAT_CHARACTERS).translate(_BLANKS)
    # Long runs of blanks say nothing and make regular expressions slow.
    return _LONG_BLANK.sub(" " * _MOST_BLANKS, clean).split("\n")


def _too_large(file: str) -> ParseError:
    size = MAX_BYTES // 1_000_000
    return ParseError(f"超过 {size} MB，请拆成小文件 (larger than {size} MB: split it into smaller files)", file=file)


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
