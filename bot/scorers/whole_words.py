"""Short Latin words in a card's regular expression, made to match whole words only.

`BN` would be found in "subnet" and `ing|in` in anything. A run of two or three letters is anchored on each side
where the expression leaves it open: at its beginning or end, and beside a gap (`[^。]{0,9}`, `.`), also across the
brackets of a group. Parts of longer words (`cent(re|er)`, `add\\w*`) and what stands in a look-around stay as they are;
a plural s is allowed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SHORTEST, LONGEST = 2, 3
WORD_START, WORD_END = "(?<![a-z0-9])", "(?=s?(?![a-z0-9]))"
_TOKEN = re.compile(
    r"(?P<run>[A-Za-z0-9]+)|(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?(?:[:=!]|<[=!]))?)"
    r"|(?P<close>\))|(?P<bar>\|)|(?P<repeat>(?:\{\d*,?\d*\}|[*+?])[?+]?)|(?P<other>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def whole_words(pattern: str) -> str:
    """The pattern with its short words anchored."""
    tokens = [_Token(match.lastgroup or "", match[0]) for match in _TOKEN.finditer(pattern)]
    opened, closed, guarded = _brackets(tokens)
    out = []
    for at, token in enumerate(tokens):
        text = token.text
        if at not in guarded and token.kind == "run" and text.isalpha() and SHORTEST <= len(text) <= LONGEST:
            before = WORD_START if _is_open_before(tokens, at, opened) else ""
            text = before + text + (WORD_END if _is_open_after(tokens, at, closed) else "")
        out.append(text)
    return "".join(out)


def _brackets(tokens: list[_Token]) -> tuple[dict[int, int], dict[int, int], set[int]]:
    """For every bar the places of its group's brackets (-1 and the number of tokens outside of groups), and what stands
    inside a look-around.
    """
    guarded: set[int] = set()
    opened: dict[int, int] = {}
    closed: dict[int, int] = {}
    groups: list[tuple[int, list[int]]] = [(-1, [])]
    for at, token in enumerate(tokens):
        if token.kind == "open":
            groups.append((at, []))
        elif token.kind == "bar":
            opened[at] = groups[-1][0]
            groups[-1][1].append(at)
        elif token.kind == "close" and len(groups) > 1:
            start, bars = groups.pop()
            closed.update(dict.fromkeys(bars, at))
            if tokens[start].text not in ("(", "(?:"):
                guarded.update(range(start, at))
    for bar in groups[0][1]:
        closed[bar] = len(tokens)
    return opened, closed, guarded


def _is_open_before(tokens: list[_Token], at: int, opened: dict[int, int]) -> bool:
    while at > 0:
        before = tokens[at - 1]
        if before.kind in ("open", "bar"):
            at = opened[at - 1] if before.kind == "bar" else at - 1
            continue
        if before.kind == "repeat":
            return at > 1 and before.text[0] != "?" and _is_gap(tokens[at - 2])
        return _is_apart(before)
    return True


def _is_open_after(tokens: list[_Token], at: int, closed: dict[int, int]) -> bool:
    while at + 1 < len(tokens):
        after = tokens[at + 1]
        if after.kind == "bar":
            at = closed[at + 1] - 1
            continue
        if after.kind == "close":
            at += 1
            if at + 1 < len(tokens) and tokens[at + 1].kind == "repeat":
                at += 1
            continue
        if at + 2 < len(tokens) and tokens[at + 2].kind == "repeat":
            return tokens[at + 2].text[0] != "?" and _is_gap(after)
        return _is_apart(after)
    return True


def _is_gap(token: _Token) -> bool:
    """What, repeated, stands for any words between two."""
    return token.text == "." or (token.kind == "set" and token.text.startswith("[^"))


def _is_apart(token: _Token) -> bool:
    """What never is a part of a Latin word."""
    return token.text in (r"\s", r"\b") or token.kind == "other"
