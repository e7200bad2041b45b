"""Lines of a report pasted with its HTML: each paragraph, list item or heading is one."""

from __future__ import annotations

import re

_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|blockquote)(?:\s[^<>]*)?/?>", re.IGNORECASE
)


def unfolded(lines: list[str], longest: int) -> tuple[list[str], list[int]]:
    """The lines with those of HTML taken apart, and each one's number in the file, from 1.

    No line over `longest` characters is looked at, nor a table's row; there are no numbers where all lines are whole.
    """
    found: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(lines, 1):
        is_text = len(line) <= longest and not line.lstrip().startswith("|")
        parts = _BLOCK.split(line) if is_text else [line]
        if sum(map(bool, map(str.strip, parts))) < 2:
            parts = [line]
        found += parts
        numbers += [number] * len(parts)
    return (found, numbers) if len(found) > len(lines) else (lines, [])
