"""Tells sentences that one template made from statements: "A 很重要，B 也很重要，…", "通过 A 来实现 B，…".

Somebody who knows the terms of a subject and nothing about them says the same few words of each. So the stretches of an
answer are looked at without the names in them and without words that frame a list (`bot.scorers.skeletons`): where most
have nothing left but what others have too, the answer lists names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import ceil

from bot.scorers.skeletons import Skeletons

_LEAST = 4
"""Different stretches, and stretches with names, of which a list consists."""
_COMMON_LEAST, _COMMON_SHARE = 3, 0.3
"""In so many stretches, and this share of all, stand the words of a template."""
_OWN = 1
"""So many units of its own a stretch may have beside names and template."""
_MONOTONOUS = 0.6
"""Share of the stretches that a template made, from which the answer is a list."""

_LINKED_LEAST, _LINKED = 6, 0.8
"""An answer is a list, too, when so many stretches, and this share of all, do no more than join two names."""
_TAUTOLOGY = re.compile(r"(.{2,40}?)\s{0,3}(?:就?是|等于|\bis\b|\bare\b)\s{0,3}\1", re.IGNORECASE)


def is_monotonous(stretches: Sequence[str], skeletons: Skeletons) -> bool:
    """Whether most of what stands between the separators of an answer says the same of one name after the other."""
    if len(set(stretches)) < _LEAST:
        return False
    if sum(map(bool, skeletons.names)) < _LEAST:
        return False
    units = skeletons.units
    seen = Counter(unit for each in units for unit in each)
    least = max(_COMMON_LEAST, ceil(_COMMON_SHARE * len(units)))
    common = {unit for unit, times in seen.items() if times >= least}
    made = sum(
        (len(each - common) <= _OWN and not each.isdisjoint(common))
        or _TAUTOLOGY.fullmatch(stretch.strip()) is not None
        for each, stretch in zip(units, stretches, strict=True)
    )
    bare = sum(not each for each in units)
    if made >= _COMMON_LEAST and made + bare >= _MONOTONOUS * len(units):
        return True
    linked = sum(len(each) <= _OWN and names > 1 for each, names in zip(units, skeletons.names, strict=True))
    return linked >= _LINKED_LEAST and linked >= _LINKED * len(units)
