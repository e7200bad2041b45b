r"""The little language in which cards say how people word a point: `a|b + /regex/ -> c + !d`.

Covers reading a wording into slots, and refusing what can't be meant or can't be run safely. What a wording
matches in an answer is up to the scorer.

Grammar: slots are joined by ` + ` (any order) or ` -> ` (this one ends before the next begins), blanks around
the joint required; a slot is alternatives joined by `|`; an alternative is a term, or a regular expression
between slashes. A slot that begins with `!` must not occur. A backslash in front of `|`, `+`, `/`, `!`, `-`
or another backslash takes its meaning away; inside a regular expression `\/` is a slash (only one in
front of a blank, a bar or the end needs the backslash) and everything else is the regular expression's own.
Joints inside slashes are no joints.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from rubrics.errors import WordingError

_ESCAPABLE = "|+/!-\\>"
_UNBOUNDED = 64
"""A repeat that may run longer than this counts as unbounded."""
_LONG, _MOST_LONG = 8, 8
"""A repeat over more characters than this is long; a pattern may have so many in a row."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to fill a slot."""

    text: str
    """The term, unescaped, or the source of the regular expression."""
    is_regex: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a wording; any of its alternatives fills it."""

    alternatives: tuple[Alternative, ...]
    after_previous: bool = False
    """True behind ` -> `: must come later in the sentence than the positive slot before it."""


@dataclass(frozen=True, slots=True)
class ParsedWording:
    """A wording as slots."""

    source: str
    required: tuple[Slot, ...]
    forbidden: tuple[Slot, ...]
    """Slots written `!x`."""


def checked_wording(source: str) -> ParsedWording:
    """Read one wording, and see that its regular expressions are safe. Raises WordingError."""
    parsed = parse_wording(source)
    for slot in (*parsed.required, *parsed.forbidden):
        for alternative in slot.alternatives:
            if alternative.is_regex:
                check_regex(alternative.text, source)
    return parsed


@cache
def parse_wording(source: str) -> ParsedWording:
    """Read one wording, its regular expressions as they are: to check them takes longer than all else.

    Raises WordingError, which says what is wrong and where.
    """
    required: list[Slot] = []
    forbidden: list[Slot] = []
    for joint, piece in _pieces(source):
        negative = piece.startswith("!")
        body = piece[1:].strip() if negative else piece
        slot = Slot(_alternatives(body, source), after_previous=joint == "->" and not negative)
        if negative and joint == "->":
            raise WordingError(f"{source!r}: a slot with ! has no order; join it with ' + '")
        (forbidden if negative else required).append(slot)
    if not required:
        raise WordingError(f"{source!r}: nothing in it has to occur; add a slot without !")
    return ParsedWording(source, tuple(required), tuple(forbidden))


def _pieces(source: str) -> list[tuple[str, str]]:
    """(joint in front, text of the slot), splitting at joints outside of slashes."""
    pieces: list[tuple[str, str]] = []
    joint, start, at, in_regex = "+", 0, 0, False
    text = source.strip()
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] == "/" and (_closes_regex(text, at) if in_regex else _opens_regex(text, at)):
            in_regex = not in_regex
        elif not in_regex and (found := re.match(r"\s(\+|->)\s", text[at:])):
            pieces.append((joint, text[start:at].strip()))
            joint, at = found[1], at + found.end() - 1
            start = at
            continue
        at += 1
    if in_regex:
        raise WordingError(f"{source!r}: a regular expression is not closed; end it with /")
    pieces.append((joint, text[start:].strip()))
    if any(not piece for _, piece in pieces) or re.search(r"(^|\s)(\+|->)$|^(\+|->)\s", text):
        raise WordingError(f"{source!r}: an empty slot; put a term on both sides of '+' and '->'")
    return pieces


def _opens_regex(text: str, at: int) -> bool:
    """A slash opens a regular expression only where an alternative begins, so that w/o and C/H stay terms."""
    before = text[:at].rstrip()
    return not before or before[-1] in "|!" or (bool(re.search(r"\s(\+|->)$", " " + before)) and text[at - 1] == " ")


def _closes_regex(text: str, at: int) -> bool:
    """A slash closes one only where the alternative can end, so that most inside need no backslash."""
    return at + 1 == len(text) or text[at + 1] in "| "


def _alternatives(body: str, source: str) -> tuple[Alternative, ...]:
    found: list[Alternative] = []
    for raw in _split_bars(body):
        piece = raw.strip()
        if not piece:
            raise WordingError(f"{source!r}: an empty alternative; there is a | too many")
        if piece.startswith("/"):
            if len(piece) < 3 or not piece.endswith("/"):
                raise WordingError(f"{source!r}: write a regular expression as /…/, found {piece!r}")
            pattern = piece[1:-1].replace("\\/", "/")
            found.append(Alternative(pattern, is_regex=True))
        elif piece.startswith("!"):
            raise WordingError(f"{source!r}: ! belongs in front of the whole slot, not of {piece!r}")
        else:
            term = re.sub(r"\\([" + re.escape(_ESCAPABLE) + "])", r"\1", piece)
            if re.search(r"\s\+(?=[^\s+])|(?<=[^\s+])\+\s", piece):
                raise WordingError(
                    f"{source!r}: {term!r} has a '+' with a blank on one side only; write ' + ' or '\\+'"
                )
            found.append(Alternative(term))
    return tuple(found)


def _split_bars(body: str) -> list[str]:
    parts, current, at, in_regex = [], "", 0, False
    while at < len(body):
        char = body[at]
        if char == "\\" and at + 1 < len(body):
            current += body[at : at + 2]
            at += 2
            continue
        if char == "/" and (_closes_regex(body, at) if in_regex else not current.strip()):
            in_regex = not in_regex
        if char == "|" and not in_regex:
            parts.append(current)
            current = ""
        else:
            current += char
        at += 1
    return [*parts, current]


def check_regex(pattern: str, source: str) -> None:
    """Raises WordingError where `pattern` does not compile, matches nothing, or may take exponential time."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = parser.parse(pattern)
            # Compiling costs twice as much as parsing, and says more only of patterns like these.
            shortest, _ = tree.getwidth()
            compiled = re.compile(pattern, re.IGNORECASE) if shortest == 0 or "(?<" in pattern else None
    except (re.error, FutureWarning, DeprecationWarning, OverflowError, RecursionError) as error:
        raise WordingError(f"{source!r}: /{pattern}/ is no regular expression: {error}") from None
    if compiled is not None and compiled.match(""):
        raise WordingError(f"{source!r}: /{pattern}/ matches the empty text; something in it must be required")
    if reason := _danger(tree):
        raise WordingError(f"{source!r}: /{pattern}/ {reason}")


def _danger(tree: Any) -> str | None:
    """Why a pattern may be slow: a repeat inside a repeat, a reference back, or too many long repeats in a
    row."""
    try:
        long_repeats = _long_repeats(tree, inside_repeat=False)
    except WordingError as reason:
        return str(reason)
    if long_repeats > _MOST_LONG:
        return f"has {long_repeats} long repeats in a row, which can be slow; split it over slots"
    return None


def _long_repeats(tree: Any, *, inside_repeat: bool) -> int:
    """Most long repeats that one way through the pattern meets. WordingError for what is never safe."""
    count = 0
    for code, value in tree:
        if code in (codes.GROUPREF, codes.GROUPREF_EXISTS):
            raise WordingError("refers back to a group, which can be very slow; write the parts out")
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, body = value
            if most > _UNBOUNDED and inside_repeat:
                raise WordingError("repeats a repeat, which can take exponential time; drop one of the two")
            count += most > _LONG and not _is_blank(body)
            count += _long_repeats(body, inside_repeat=inside_repeat or most > 1)
        elif code is codes.BRANCH:
            count += max(_long_repeats(branch, inside_repeat=inside_repeat) for branch in value[1])
        elif code is codes.SUBPATTERN:
            count += _long_repeats(value[3], inside_repeat=inside_repeat)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            # What looks ahead is tried once and never again, so a repeat in it multiplies nothing.
            count += _long_repeats(value[1], inside_repeat=False)
        elif code is codes.ATOMIC_GROUP:
            count += _long_repeats(value, inside_repeat=inside_repeat)
    return count


def _is_blank(body: Any) -> bool:
    """A repeat of blanks only; the scorer folds blanks to one, so it cannot run long."""
    return all(code is codes.IN and value == [(codes.CATEGORY, codes.CATEGORY_SPACE)] for code, value in body)
