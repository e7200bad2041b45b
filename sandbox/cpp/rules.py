"""Rules on a C++ submission's text, such as "without std::stack". Fairness, not security: macros get round them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NOT_CODE = re.compile(
    r"//(?:\\\n|[^\n])*"
    r"|/\*.*?(?:\*/|\Z)"
    r'|R"(?P<delimiter>[^()\\\s]{0,16})\(.*?(?:\)(?P=delimiter)"|\Z)'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'(?:\\.|[^'\\\n])+'",
    re.DOTALL,
)


def violation(source: str, forbidden: Sequence[str]) -> tuple[str, int] | None:
    """The first forbidden name of the standard library that is used, and its line; None where there is none.

    `stack` forbids #include <stack>, std::stack and stack<…>; a variable of that name is no use of it.
    """
    if not forbidden:
        return None
    names = "|".join(map(re.escape, forbidden))
    used = re.compile(rf"#\s*include\s*<(?P<header>{names})>|\bstd\s*::\s*(?P<full>{names})\b|\b(?P<short>{names})\s*<")
    # Digits with separators, 1'000, would look like the beginning of a character.
    text = re.sub(r"(?<=\d)'(?=\d)", " ", source)
    text = _NOT_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    found = used.search(text)
    if found is None:
        return None
    return next(name for name in found.groups() if name), text.count("\n", 0, found.start()) + 1
