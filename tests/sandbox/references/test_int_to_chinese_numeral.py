from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np


def test_can_be_read_back(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    to_chinese = reference("int-to-chinese-numeral", "to_chinese")
    digits = "零一二三四五六七八九"
    # One 零 for a gap, none at the end of a section; every other digit has a unit, falling from the left.
    section = "(?:[D]千)?(?:零?[D]百)?(?:零?[D]十)?(?:零?[D])?".replace("D", digits[1:])
    for n in [*range(1, 2000), *rng.integers(1, 10**8, 2000).tolist()]:
        text = to_chinese(n)

        high, _, low = text.rpartition("万")
        values = [
            sum(
                digits.index(digit) * 10 ** " 十百千".index(unit or " ")
                for digit, unit in re.findall("([^零])(.?)", part)
            )
            for part in (high, low)
        ]
        assert values[0] * 10**4 + values[1] == n
        assert re.fullmatch(section, low)
        assert re.fullmatch(section, high)
        assert not high.startswith("零")
        assert low.startswith("零") == (n > 10**4 and 0 < n % 10**4 < 1000)
        for part, value in ((high, values[0]), (low, values[1])):
            assert ("零" in part.strip("零")) == ("0" in str(value).strip("0"))
