"""What the items nested below a list item say of it: has it any, and does it only name their topic."""

from __future__ import annotations

import re

from corpus.reading import cues
from corpus.reading.structure import PLAIN_LEVEL, heading_of, item_of, names_only, names_round
from corpus.report import Kind

_NUMBER = re.compile(r"^\s*\d+\s*[.、]\s*")
LONGEST_TOPIC = 12
"""Characters; a longer line says more than what the lines below are about."""
_NUMBERED_HEADING = re.compile(r"\s{0,3}(#{2,6})\s*(?:Q\s?)?\d{1,2}\s*[.、．：:](?!\d)\s*(\S.*)")
_LEAST_HEADINGS, _LONGEST_HEADING = 4, 200
_NEAR = 8
"""Lines below an item that are looked at."""


def has_items_below(lines: list[str], number: int, indent: int) -> bool:
    """Whether the item at `indent` in line `number` (an index) has items of its own."""
    following = next((line for line in lines[number + 1 : number + 4] if line.strip()), "")
    below = item_of(following)
    return below is not None and below.indent > indent


def heads_list(lines: list[str], number: int, text: str) -> bool:
    """Whether a numbered heading such as "2. 项目" is a section's: it says what the list right below is about."""
    bare = _NUMBER.sub("", text).strip(" ：:").casefold()
    if bare in cues.load_cues().labels or bare in cues.load_cues().coding_sections:
        return True
    following = next((line for line in lines[number + 1 : number + 4] if re.search(r"\w", line)), "")
    return item_of(following) is not None and not cues.is_question(text)


def describes_problem(lines: list[str], number: int) -> bool:
    """Whether a numbered heading such as "2. 字符串构造" is a problem's: what stands below states and solves it."""
    if not _NUMBER.match(lines[number].lstrip("# ")):
        return False
    for line in lines[number + 1 :]:
        if line.lstrip().startswith("#"):
            return False
        item = item_of(line)
        if cues.opens("problem_parts", re.sub(r"[*_`>]+", "", item.text if item else line).strip()):
            return True
    return False


def headings_ask(lines: list[str]) -> bool:
    """Whether the questions are numbered Markdown headings, with answers below: "### 4、指针和引用的区别？"."""
    numbered = [match[2] for line in lines if len(line) < _LONGEST_HEADING and (match := _NUMBERED_HEADING.match(line))]
    asking = sum(cues.is_question(text) for text in numbered)
    return len(numbered) >= _LEAST_HEADINGS and asking * 2 > len(numbered)


def levels_asking(lines: list[str]) -> frozenset[int]:
    """Levels at which most Markdown headings are questions, with answers below: "#### servlet 的生命周期？"."""
    asking: dict[int, list[bool]] = {}
    for line in lines:
        heading = heading_of(line, None) if line.lstrip().startswith("#") and len(line) < _LONGEST_HEADING else None
        if heading and heading.level < PLAIN_LEVEL and not (names_round(heading.text) or names_only(heading.text)):
            asking.setdefault(heading.level, []).append(cues.is_question(heading.text))
    return frozenset(
        level for level, each in asking.items() if sum(each) >= _LEAST_HEADINGS and sum(each) * 2 > len(each)
    )


def describes_list(lines: list[str], number: int, text: str) -> bool:
    """Whether what stands behind "一面：" only says what the list right below is about."""
    following = next((line for line in lines[number + 1 : number + 3] if line.strip()), "")
    return item_of(following) is not None and "+" in text and len(text) <= 40 and not cues.is_question(text)


def labels_items(lines: list[str], number: int, indent: int, text: str) -> bool:
    """Whether an item such as "linux 命令：" or "八股" only says what the items below it ask."""
    bare = text.rstrip("：: ")
    if not has_items_below(lines, number, indent) or len(text) > LONGEST_TOPIC or cues.is_question(text):
        return False
    named = "的" not in bare and cues.kind_of(bare, "") is not Kind.CODING
    return bare.casefold() in cues.load_cues().labels or (bare != text and named)


def names_topic(lines: list[str], number: int, indent: int, text: str) -> bool:
    """Whether an item such as "检测" only names what the items below are about, which have answers below them."""
    if len(text) > LONGEST_TOPIC or not has_items_below(lines, number, indent):
        return False
    if text.strip(" ：:") in cues.load_cues().coding_sections:
        return True
    if cues.is_question(text):
        return False
    indents: set[int] = set()
    for line in lines[number + 1 : number + 1 + _NEAR]:
        item = item_of(line)
        if item and item.indent <= indent:
            break
        if item:
            indents.add(item.indent)
    return len(indents) > 1
