"""A rubric card ready for matching: every wording's terms and expressions compiled, once a card."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from functools import cache

from bot.scorers.cues import load_cues
from bot.scorers.reversal import CardSentences
from bot.scorers.soundness import Comparison
from bot.scorers.substance import vocabulary_of
from bot.scorers.terms import Finder, finder
from corpus.glossary import load_glossary, normalize
from rubrics.schema import Rubric
from rubrics.wording import Alternative, ParsedWording, parse_wording


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording with its finders."""

    required: tuple[tuple[Finder, ...], ...]
    ordered: tuple[bool, ...]
    forbidden: tuple[Finder, ...]

    @classmethod
    def of(cls, parsed: ParsedWording) -> Wording:
        return cls(
            tuple(tuple(finder(each) for each in slot.alternatives) for slot in parsed.required),
            tuple(slot.after_previous for slot in parsed.required),
            tuple(finder(each) for slot in parsed.forbidden for each in slot.alternatives),
        )


class CompiledRubric:
    """A card ready for matching: build once, use for every answer."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.accept = tuple(tuple(map(_compile, criterion.accept)) for criterion in rubric.criteria)
        self.partial = tuple(tuple(map(_compile, criterion.partial)) for criterion in rubric.criteria)
        self.misconceptions = tuple(tuple(map(_compile, each.match)) for each in rubric.misconceptions)
        everything = [
            wording for group in (self.accept, self.partial, self.misconceptions) for each in group for wording in each
        ]
        self.finders = {
            found.key: found
            for wording in everything
            for found in (*(each for slot in wording.required for each in slot), *wording.forbidden)
        }
        self.rivals = _rivals(self, rubric)
        self.sentences = CardSentences(rubric, load_cues())
        self.comparison = Comparison(self.sentences)
        self.vocabulary = vocabulary_of(rubric, load_cues())


_KNOWN: dict[int, CompiledRubric] = {}
"""By identity of the card, which each entry keeps alive; shared by all scorers, as compiling takes tens of ms."""


_COMPILING = threading.Lock()


def compiled_once(rubric: Rubric) -> CompiledRubric:
    """A card ready for matching, compiled at first use; who comes second waits for the first."""
    with _COMPILING:
        known = _KNOWN.get(id(rubric))
        if known is None:
            known = _KNOWN[id(rubric)] = CompiledRubric(rubric)
        return known


def _compile(source: str) -> Wording:
    return Wording.of(parse_wording(source))


def _rivals(compiled: CompiledRubric, rubric: Rubric) -> frozenset[str]:
    """Terms that the card tells apart: subjects of its ordered misconceptions, and topics that begin a
    wording."""
    topics = {pattern for topic in rubric.topics for pattern in _patterns(topic)}
    keys: set[str] = set()
    for wordings in compiled.misconceptions:
        for wording in wordings:
            if any(wording.ordered):
                keys |= {found.key for found in (*wording.required[0], *wording.forbidden) if not found.is_regex}
    for criterion in compiled.accept:
        for wording in criterion:
            for found in wording.required[0]:
                if not found.is_regex and len(wording.required) > 1 and topics & set(found.patterns):
                    keys.add(found.key)
    return frozenset(keys)


def _patterns(term: str) -> tuple[tuple[str, object], ...]:
    return finder(Alternative(term)).patterns


@cache
def names_a_thing(term: str) -> bool:
    """Whether a text is a term of the glossary or a Latin word of one (batch, of "batch size")."""
    return load_glossary().concept_of(term) is not None or normalize(term) in _glossary_words()


@cache
def _glossary_words() -> frozenset[str]:
    terms = (term for concept in load_glossary().concepts.values() for term in concept.terms)
    return frozenset(word for term in terms for word in re.findall(r"[a-z]+", normalize(term)))
