"""Dates as reports write them: whole, or without year, month or day."""

from __future__ import annotations

import re
from datetime import date

_WHOLE = re.compile(r"(?:(\d{4})-(\d{2})-(\d{2})|(\d{4})-(\d{2})|(\d{4})|(\d{2})-(\d{2}))")


def is_date(text: str) -> bool:
    """Whether `text` is a real YYYY-MM-DD, YYYY-MM, YYYY or MM-DD."""
    match = _WHOLE.fullmatch(text)
    if match is None:
        return False
    # 2020 is a leap year: 02-29 exists in some year.
    year = int(match[1] or match[4] or match[6] or 2020)
    return _exists(year, int(match[2] or match[5] or match[7] or 1), int(match[3] or match[8] or 1))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day)) and 1990 <= year <= 2100
    except ValueError:
        return False
