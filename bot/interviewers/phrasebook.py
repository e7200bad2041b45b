"""The scripted interviewer's phrases, picked so that an interview does not repeat itself."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.data import Data
from bot.datafile import read_datafile
from bot.planned import Manner
from bot.schema import Language

PHRASES = Path(__file__).with_name("phrases.yaml")
MANNERS = Path(__file__).with_name("manners.yaml")


class Variants(Data):
    """Ways of saying one thing."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


@cache
def _plain() -> dict[str, Variants]:
    return read_datafile(PHRASES, dict[str, Variants])


@cache
def _by_manner() -> dict[Manner, dict[str, Variants]]:
    return read_datafile(MANNERS, dict[Manner, dict[str, Variants]])


class Phrasebook:
    """Phrases in one language, each list in an order drawn from the interview's seed."""

    def __init__(self, language: Language, seed: int) -> None:
        self.language = language
        self._seed = seed
        self._orders: dict[tuple[str, Sequence[Manner]], Sequence[str]] = {}

    def __contains__(self, key: str) -> bool:
        return key in _plain()

    def pick(self, key: str, used: int = 0, manners: Sequence[Manner] = (), **names: object) -> str:
        """A variant of a phrase with names filled in; none comes back before all were used.

        Args:
            used: How often the phrase was used in this interview.
            manners: How the interviewer speaks: variants in these manners come before plain ones, in this order.

        Raises:
            KeyError: there is no such phrase, or it needs a name that was not given.
        """
        order = self._orders.get((key, manners))
        if order is None:
            order = self._orders[key, manners] = self._order(key, manners)
        return order[used % len(order)].format(**names)

    def _order(self, key: str, manners: Sequence[Manner]) -> Sequence[str]:
        lists = [_by_manner()[manner][key] for manner in manners if key in _by_manner().get(manner, {})]
        order: list[str] = []
        for variants in (*lists, _plain()[key]):
            worded: tuple[str, ...] = getattr(variants, self.language)
            order += random.Random(f"{self._seed}/{key}").sample(worded, len(worded))  # noqa: S311 (not secret)
        return tuple(dict.fromkeys(order))


class Speech:
    """The phrases of one utterance, each counted as it is picked.

    Args:
        phrases: Where they are picked from.
        used: How often each was used in the interview before.
        manners: How the interviewer speaks.
    """

    def __init__(self, phrases: Phrasebook, used: Mapping[str, int], manners: Sequence[Manner] = ()) -> None:
        self._phrases = phrases
        self._before = Counter(used)
        self._used = self._before.copy()
        self._manners = manners

    def pick(self, key: str, **names: object) -> str:
        """See `Phrasebook.pick`."""
        phrase = self._phrases.pick(key, self._used[key], self._manners, **names)
        self._used[key] += 1
        return phrase

    @property
    def picked(self) -> tuple[str, ...]:
        """Keys of what was picked for this utterance."""
        return tuple((self._used - self._before).elements())
