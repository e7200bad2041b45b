"""Reading a candidate's CV: PDF, DOCX, Markdown or plain text, redacted before anything is kept.

Finds project names by layout (a heading, or a short line under a section about projects); judging their
content is not done here.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from bot.errors import BadInput
from bot.schema import Resume
from corpus.errors import ParseError
from corpus.reading.document import document_lines, is_document
from corpus.redact import redact

LARGEST_BYTES = 5_000_000
MOST_CHARACTERS = 20_000
MOST_PROJECTS = 6
_SECTION = re.compile(
    r"^\W*(项目|项目经[历验]|科研|科研经[历验]|研究经[历验]|实习经[历验]|projects?|research|experience)\W*$",
    re.I,
)
_OTHER_SECTION = re.compile(
    r"^\W*(教育|教育背景|技能|专业技能|获奖|荣誉|自我评价|个人信息|联系方式|论文|education|skills?|awards?|contact|publications?)\W*$",
    re.I,
)
_LABELLED = re.compile(
    r"^\W*(?:项目(?:名称|[一二三四五六\d])?|project(?: name)?\s*\d*)\s*[:：]\s*(?P<name>\S.*)$", re.I
)
_YEAR = r"(?:19|20)\d{2}"
_PERIOD = re.compile(rf"{_YEAR}\s*[./年-]?.{{0,6}}\s*[-–—~～至到]\s*(?:{_YEAR}|至今|今|现在|now|present)", re.I)
_LEADING_PERIOD = re.compile(
    rf"^\W*{_YEAR}[\d\s./年月-]*[-–—~～至到]\s*(?:{_YEAR}[\d./年月-]*|至今|今|现在|now|present)\W*", re.I
)
_DATES = re.compile(r"[\s|｜·,，(（]*(?:19|20)\d{2}\s*[./年-].*$")


def read_resume(path: Path) -> Resume:
    """The redacted text of a CV and the names of its projects.

    Raises:
        BadInput: the file cannot be read, is too large, of another format, or holds no text.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise BadInput(f"简历太大 (CV too large): {path.name}，上限 {LARGEST_BYTES // 1_000_000} MB")
        text = _text_of(path)
    except OSError as error:
        raise BadInput(f"读不了简历 (cannot read the CV): {path}: {error.strerror}") from error
    text = redact(text)[:MOST_CHARACTERS].strip()
    if not text:
        raise BadInput(f"简历里没有文字 (no text in the CV): {path.name}；扫描件请先转成文字 (scans need OCR first)")
    return Resume(text=text, projects=find_projects(text))


def find_projects(text: str) -> tuple[str, ...]:
    """Names of projects, in order: labelled lines, and the entries of a section about projects."""
    found: list[str] = []
    in_projects = False
    starts_entry = False
    for line in text.splitlines():
        bare = line.strip().strip("#*-•·【】 \t").strip()
        if not bare:
            starts_entry = in_projects
        elif labelled := _LABELLED.match(line):
            found.append(labelled["name"])
        elif _SECTION.match(bare):
            in_projects = starts_entry = True
        elif _OTHER_SECTION.match(bare):
            in_projects = False
        elif (
            in_projects
            and len(bare) <= 60
            and (
                # PDF text has no blank lines; a period of time marks an entry there.
                starts_entry or line.lstrip().startswith("#") or _PERIOD.search(bare)
            )
        ):
            found.append(bare)
            starts_entry = False
        else:
            starts_entry = False
    names = (_DATES.sub("", _LEADING_PERIOD.sub("", name)).strip(" ，,。.|：:「」*") for name in found)
    return tuple(dict.fromkeys(name for name in names if name))[:MOST_PROJECTS]


def _text_of(path: Path) -> str:
    match path.suffix.lower():
        case ".pdf" | ".docx":
            return _document_text(path)
        case ".md" | ".markdown" | ".txt" | "":
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
