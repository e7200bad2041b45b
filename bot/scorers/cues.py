"""The word lists of `cues.yaml`, ready to be searched for."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from bot.datafile import read_datafile
from bot.scorers.text import View, is_cjk

CUES_FILE = Path(__file__).with_name("cues.yaml")


def _compiles(entry: str) -> str:
    try:
        re.compile(pattern_of(entry))
    except re.error as error:
        raise ValueError(f"{entry!r} is no regular expression: {error}") from None
    return entry


Cue = Annotated[str, AfterValidator(_compiles)]


class Reason(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: str
    en: str


class Cues(BaseModel):
    """The lists as they stand in the file; each is explained there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    negators: tuple[Cue, ...]
    choice_negators: tuple[Cue, ...]
    not_negators: tuple[Cue, ...]
    openers: tuple[Cue, ...]
    contrast: tuple[Cue, ...]
    anaphors: tuple[Cue, ...]
    lead_ins: tuple[Cue, ...]
    sides: tuple[Cue, ...]
    predicate_negators: tuple[Cue, ...]
    avoiding: tuple[Cue, ...]
    comparing: tuple[Cue, ...]
    standards: tuple[Cue, ...]
    denials: tuple[Cue, ...]
    not_denials: tuple[Cue, ...]
    points_back: tuple[Cue, ...]
    attributions: tuple[Cue, ...]
    false_attributions: tuple[Cue, ...]
    dismissals: tuple[Cue, ...]
    corrections: tuple[Cue, ...]
    hedges: tuple[Cue, ...]
    ignorance: tuple[Cue, ...]
    ignorant_subjects: tuple[Cue, ...]
    injections: tuple[Cue, ...]
    frames: tuple[Cue, ...]
    glue: tuple[Cue, ...]
    stopwords: tuple[Cue, ...]
    fillers: tuple[Cue, ...]
    reasons: dict[str, Reason]


def pattern_of(entry: str) -> str:
    """A cue as a regular expression: Latin words whole, Chinese anywhere, /…/ as it is."""
    if _is_expression(entry):
        return f"(?:{entry[1:-1]})"
    before = "" if is_cjk(entry[0]) else r"(?<![a-z0-9'])"
    after = "" if is_cjk(entry[-1]) else r"(?![a-z0-9'])"
    return before + re.escape(entry.casefold()) + after


def _is_expression(entry: str) -> bool:
    return len(entry) > 2 and entry.startswith("/") and entry.endswith("/")


def any_of(entries: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for a whole list; where two begin at one place the longer wins."""
    ordered = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    parts: list[str] = []
    for are_expressions, group in groupby(ordered, key=_is_expression):
        listed = list(group)
        patterns = "|".join(map(pattern_of, listed))
        if are_expressions:
            parts.append(patterns)
        else:
            # One look at a character rules out nearly every place, instead of one look for each word.
            first = "".join(sorted({re.escape(entry.casefold()[0]) for entry in listed}))
            parts.append(f"(?=[{first}])(?:{patterns})")
    return re.compile("|".join(parts), re.ASCII)


class CueFinder:
    """Every list of the file as one compiled expression."""

    def __init__(self, cues: Cues) -> None:
        self.negation_or_not = any_of((*cues.negators, *cues.choice_negators, *cues.not_negators))
        self.choice = any_of(cues.choice_negators)
        self.not_negators = any_of(cues.not_negators)
        self.openers = any_of(cues.openers)
        self.contrast = any_of(cues.contrast)
        self.anaphors = any_of(cues.anaphors)
        self.standards = any_of(cues.standards)
        self.denials = any_of(cues.denials)
        self.not_denials = any_of(cues.not_denials)
        self.points_back = any_of(cues.points_back)
        self.attributions = any_of(cues.attributions)
        self.false_attributions = any_of(cues.false_attributions)
        self.dismissals = any_of(cues.dismissals)
        self.corrections = any_of(cues.corrections)
        self.hedges = any_of(cues.hedges)
        self.ignorance = any_of(cues.ignorance)
        # Searched one by one, each is ruled out at once by how it begins; as one they take four times as long.
        self.injections = tuple(any_of((entry,)) for entry in cues.injections)
        self.frames = any_of(cues.frames)
        self.glue = any_of(cues.glue)
        self.stopwords = any_of(cues.stopwords)
        self.fillers = any_of(cues.fillers)
        self.lead_in = any_of(cues.lead_ins)
        self.sides = any_of(cues.sides)
        self.denies_predicate = any_of(cues.predicate_negators)
        self.avoids = any_of(cues.avoiding)
        self.compares = any_of(cues.comparing)
        self.ignorant_subject = any_of(cues.ignorant_subjects)
        self.reasons = cues.reasons

    def spans(self, expression: re.Pattern[str], view: View) -> list[tuple[int, int]]:
        """Places in the spoken text where `expression` matches the view."""
        return [
            view.span(found.start(), found.end())
            for found in expression.finditer(view.text)
            if found.end() > found.start()
        ]

    def nothing_but(self, expression: re.Pattern[str], text: str) -> bool:
        """Whether folded `text` holds only what `expression` matches, blanks and punctuation."""
        return not any(char.isalnum() for char in expression.sub(" ", text))

    def reason(self, name: str, language: str, **values: str) -> str:
        """A line for the reader in their language."""
        entry = self.reasons[name]
        return (entry.en if language == "en" else entry.zh).format(**values)


@lru_cache(maxsize=4)
def load_cues(file: Path = CUES_FILE) -> CueFinder:
    """Read and check the lists; cached. Raises BadInput, which names file and key."""
    return CueFinder(read_datafile(file, Cues, words=True))
