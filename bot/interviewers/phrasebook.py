"""The scripted interviewer's phrases, picked so that an interview does not repeat itself."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from string import Formatter

import yaml
from pydantic import TypeAdapter

from bot.schema import Data, Language

PHRASES = Path(__file__).with_name("phrases.yaml")


class Variants(Data):
    """Ways of saying one thing."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


@cache
def _load() -> dict[str, Variants]:
    return TypeAdapter(dict[str, Variants]).validate_python(yaml.safe_load(PHRASES.read_text(encoding="utf-8")))


class Phrasebook:
    """Phrases in one language, each list in an order drawn from the interview's seed."""

    def __init__(self, language: Language, seed: int) -> None:
        self.language = language
        self._seed = seed

    def __contains__(self, key: str) -> bool:
        return key in _load()

    def pick(self, key: str, said: Sequence[str] = (), **names: object) -> str:
        """The variant of a phrase that was heard least so far, with names filled in.

        Args:
            said: What the interviewer has said in this interview.

        Raises:
            KeyError: there is no such phrase, or it needs a name that was not given.
        """
        variants: tuple[str, ...] = getattr(_load()[key], self.language)
        order = random.Random(f"{self._seed}/{key}").sample(variants, len(variants))  # noqa: S311 (not secret)
        least_heard = min(order, key=lambda variant: sum(bool(_heard(variant).search(text)) for text in said))
        return least_heard.format(**names)


@cache
def _heard(variant: str) -> re.Pattern[str]:
    """What a variant leaves in an utterance, whatever its names were filled in with."""
    literal = (text for text, _, _, _ in Formatter().parse(variant))
    return re.compile(".*".join(re.escape(text) for text in literal), re.DOTALL)
