"""What a candidate says at a written test to turn to a question or to hand in, and in no other round."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from bot.data import Data
from bot.datafile import read_datafile
from bot.planned import Plan
from bot.schema import Intent

PATTERNS = Path(__file__).with_name("picking.yaml")
_NOT_SAID = re.compile(r"[^\w\s]|_")


class PickingPatterns(Data):
    """The file `picking.yaml`."""

    pick: tuple[str, ...]
    hand_in: tuple[str, ...]
    numerals: str
    """The digits from one on, where numbers are written in Chinese."""


def understood(message: str, plan: Plan) -> tuple[Intent, str | None] | None:
    """PICK with its question's id, END, or None where it is neither, or the plan no written test.

    A number that the paper has not is no pick.
    """
    if plan.paper is None:
        return None
    said = " ".join(_NOT_SAID.sub(" ", unicodedata.normalize("NFKC", message).casefold()).split())
    if any(re.fullmatch(pattern, said) for pattern in _patterns().hand_in):
        return Intent.END, None
    for pattern in _patterns().pick:
        if found := re.fullmatch(pattern, said):
            index = _number(found.group(1)) - 1
            return (Intent.PICK, plan.questions[index].id) if 0 <= index < len(plan.questions) else None
    return None


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else _patterns().numerals.index(written) + 1


@cache
def _patterns() -> PickingPatterns:
    return read_datafile(PATTERNS, PickingPatterns)
