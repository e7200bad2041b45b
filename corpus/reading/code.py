"""Program code that stands in a report without a fence, as copied from a web page: nothing that anybody asked."""

from __future__ import annotations

import re
from itertools import pairwise

_FENCE = re.compile(r"\s*(?:>\s*)?(```+|~~~+)")
_COMMENT = re.compile(r"//.*$|/\*.*$|(?<=\s)#.*$")
_ITEM = re.compile(r"\s*(?:\d{1,2}[.、)]|[-*•])\s")
_OPENS_COMMENT = re.compile(r"\s*/\*+\s*")
_CLOSES_COMMENT = re.compile(r"\*/\s*$")
_COMMENT_MARK = re.compile(r"^\s*(?:/\*+\s*$|\*+/\s*$|\*\s?(?:@\w+\b.*$)?)")
_CJK = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_WORDS = (
    r"public|private|protected|static|void|int|long|float|double|bool|boolean|char|string|auto|const|unsigned|struct"
    r"|template|typedef"
)
_STATEMENT = re.compile(
    r"#\s?inclu\w*|#\s*[A-Za-z_]\w*\s*=.*$"
    r"|using namespace\b|import [\w.*]+(?: as \w+)?;?$|from [\w.]+ import\b|(?:def|class)\s+\w+.*[:{]$"
    r"|return\b[^?]*$|(?:if|elif|else if|for|while|switch|catch|except)\b.*[()=<>\[\]].*[:{)]$"
    rf"|(?:else|try|finally)\s*[:{{]$|(?:{_WORDS})\b.*(?:[;{{}}]|\w\([^()?]*\))$|[{{}}()\[\];,\s]+$"
    r"|(?:break|continue)\s*;$|.*[()=<>\[\].+-].*;$|.*\)\s*\{$|\}.*$"
    r"|(?:print|cout|cin|System\.out)\b.*$"
    r"|[A-Za-z_][\w.]*(?:\[[^\[\]]*\])*(?:\s*,\s*[\w.]+)*\s*[-+*/|&]?=(?!=)\s*[^\s?？][^?？]*$|[A-Za-z_][\w.]*\.\w+\([^()?]*\)$"
)
_HEADER = re.compile(r"\s*#\s?include\s*[<\"]")
_STATEMENTS = re.compile(r"[^;{}。？\u4e00-\u9fff]*(?:[;{}][^;{}。？]*){6,}$")
"""What was a block before a web page took its line breaks."""
_LONGEST = 300
_NEAR = 3
"""Lines between two of code that belong to it, if they are no Chinese."""


def without_comment_marks(lines: list[str]) -> list[str]:
    """The lines, those of block comments ("/** … */") without the stars in front of them and without tags."""
    inside = False
    bare: list[str] = []
    for line in lines:
        if _OPENS_COMMENT.fullmatch(line):
            inside = True
        bare.append(_COMMENT_MARK.sub("", line) if inside else line)
        if _CLOSES_COMMENT.search(line):
            inside = False
    return bare


def code_lines(lines: list[str]) -> set[int]:
    """The indices of lines of unfenced code; a line alone is none, unless it holds a whole function."""
    sure = _sure(lines)
    found = {number for number in sure if _STATEMENTS.match(lines[number]) or _HEADER.match(lines[number])}
    for before, after in pairwise(sure):
        between = range(before + 1, after)
        if len(between) <= _NEAR and not any(_CJK.search(lines[i]) or lines[i].lstrip()[:1] == "#" for i in between):
            found.update(range(before, after + 1))
    return found


def _sure(lines: list[str]) -> list[int]:
    """The indices of lines that can be nothing but code, fences and what they hold left out."""
    found: list[int] = []
    fence = ""
    for number, line in enumerate(lines):
        if mark := _FENCE.match(line):
            fence = "" if fence == mark[1] else fence or mark[1]
        elif not fence and _is_code(line):
            found.append(number)
    return found


def _is_code(line: str) -> bool:
    if not line.strip() or _ITEM.match(line):
        return False
    if _STATEMENTS.match(line):
        return True
    if len(line) > _LONGEST:
        return False
    bare = _COMMENT.sub("", line).strip()
    if not bare:
        return "//" in line and not line.lstrip().startswith("#")
    return _CJK.search(bare) is None and _STATEMENT.match(bare) is not None
