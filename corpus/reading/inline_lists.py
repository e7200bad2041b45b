"""Lists that go on in one line, as copying from an app or a web page leaves them."""

from __future__ import annotations

import re

_SHORTEST_INLINE_LIST = 20
_INLINE_NUMBER = re.compile(r"(?<![\d.])(\d{1,2})[.．、)）](?![\d)])")
_ITEM_NUMBER = re.compile(r"(?:^|(?<=[\s。？?；;，,)）]))\s{0,3}()(\d{1,2})[.．、)）](?![\d)])")
_SECOND_NUMBER = re.compile(r"(?:^|(?<=[\s。？?；;，,)）]))\s{0,3}(\d{1,2})\.(\d{1,2})[.、]?(?=\s|[\u4e00-\u9fff])")
"""A number and the one behind its point: "2.1"; of a plain list's items there is only the second."""
_NUMBER_WITHIN = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})(?![\d.])\s?(?=[^\s\d.])")


def inline_list(line: str) -> tuple[str, list[str]] | None:
    """What stands before a list that goes on in one line, and its items: "一面 1.自我介绍2.讲项目3.手撕快排".

    A list may follow another: "项目 1.讲一个 2.难在哪 基础 1.什么是 BN".
    """
    going_on = _list_going_on(line)
    head, items = _numbered_through(line) if len(line) >= _SHORTEST_INLINE_LIST else ("", [])
    if len(going_on) >= len(items):
        return ("", going_on) if going_on else None
    return head, items


def _numbered_through(line: str) -> tuple[str, list[str]]:
    """What stands before a list whose numbers may follow a word at once, and its items; three at least."""
    starts: list[re.Match[str]] = []
    expected = 1
    for number in _INLINE_NUMBER.finditer(line):
        if int(number[1]) in (expected, 1 if expected > 2 else expected):
            starts.append(number)
            expected = int(number[1]) + 1
    if len(starts) < 3:
        return "", []
    ends = [*(start.start() for start in starts[1:]), len(line)]
    items = [line[start.end() : end].strip() for start, end in zip(starts, ends, strict=True)]
    return line[: starts[0].start()].strip(), [each for item in items for each in _list_within(item)]


def _list_within(item: str) -> list[str]:
    """The items of a list with numbers of two parts: "技术问题 2.1 什么是 BN?2.2 讲讲 Adam"; else the item itself."""
    starts: list[re.Match[str]] = []
    for number in _NUMBER_WITHIN.finditer(item):
        if not starts or (number[1] == starts[0][1] and int(number[2]) == int(starts[-1][2]) + 1):
            starts.append(number)
    if len(starts) < 2 or starts[0][2] != "1":
        return [item]
    ends = [*(start.start() for start in starts[1:]), len(item)]
    return [item[start.end() : end].strip() for start, end in zip(starts, ends, strict=True)]


def _list_going_on(line: str) -> list[str]:
    """The items of a line that begins with one and goes on with the next: "3、手撕快排 4、反问", "2.1 … 2.2 …"."""
    for numbers in (_ITEM_NUMBER, _SECOND_NUMBER):
        if first := numbers.match(line):
            starts = [first]
            for found in numbers.finditer(line, first.end()):
                if found[1] == starts[-1][1] and int(found[2]) == int(starts[-1][2]) + 1:
                    starts.append(found)
            if len(starts) > 1:
                ends = [*(start.start() for start in starts[1:]), len(line)]
                return [line[start.end() : end].strip() for start, end in zip(starts, ends, strict=True)]
    return []
