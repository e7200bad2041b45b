"""Writes all zeros of a section, then merges runs of them and drops those at its ends."""

import re

DIGITS = "零一二三四五六七八九"


def section(number):
    text = "".join(
        DIGITS[digit] + (unit if digit else "")
        for digit, unit in zip(map(int, f"{number:04}"), ("千", "百", "十", ""), strict=True)
    )
    return re.sub("零+", "零", text).strip("零")


def to_chinese(n):
    if not 0 <= n < 10**8:
        raise ValueError(f"{n} is not between 0 and 99999999")
    high, low = divmod(n, 10**4)
    if high == 0:
        return section(low) or "零"
    between = "零" if 0 < low < 1000 else ""
    return section(high) + "万" + between + section(low)
