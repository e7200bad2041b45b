"""Answering the candidate's own questions from what reports tell about the company, or from nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.data import Data
from bot.datafile import read_datafile
from bot.planned import Fact

SUBJECTS = Path(__file__).with_name("subjects.yaml")
BUSINESS = "business"
PROCESS = frozenset({"rounds", "waiting"})
"""Subjects on how it goes on after a round."""
NEAR_ENOUGH = 0.25
"""Cosine similarity from which a fact answers a question that is on no known subject."""


class Subject(Data):
    """Something that candidates ask about."""

    asked: tuple[str, ...]
    told: tuple[str, ...]


@cache
def _subjects() -> Mapping[str, Subject]:
    return read_datafile(SUBJECTS, dict[str, Subject])


def subjects_asked(question: str) -> frozenset[str]:
    """The subjects that a candidate's question is on."""
    return frozenset(name for name, subject in _subjects().items() if _names(question, subject.asked))


def subjects_told(text: str) -> frozenset[str]:
    """The subjects that a sentence of a report tells something about."""
    return frozenset(name for name, subject in _subjects().items() if _names(text, subject.told))


def closest_fact(asked: str, facts: Sequence[Fact]) -> Fact | None:
    """The fact that answers what the candidate asked; None where no report tells."""
    if not facts:
        return None
    import numpy as np

    from corpus.embed import GlossaryEmbeddings

    wanted = subjects_asked(asked)
    told = [subjects_told(fact.text) | subjects_asked(fact.asked) for fact in facts]
    # The business is what is told of a team when nothing else is.
    known = [place for place, on in enumerate(told) if wanted & (on or {BUSINESS})]
    if wanted and not known:
        return None
    texts = [f"{fact.asked} {fact.text} {fact.text_en}" for fact in facts]
    embeddings = GlossaryEmbeddings()
    similarity = np.array(embeddings.embed_documents(texts)) @ np.array(embeddings.embed_query(asked))  # (facts,)
    best = max(known or range(len(facts)), key=lambda place: (len(wanted & told[place]), similarity[place]))
    return facts[best] if known or similarity[best] >= NEAR_ENOUGH else None


def _names(text: str, cues: Sequence[str]) -> bool:
    """Whether a text has one of the cues; those in Latin letters as words of their own."""
    lowered = text.casefold()
    return any(
        re.search(rf"(?<![a-z]){re.escape(cue)}(?![a-z])", lowered) if cue.isascii() else cue in lowered for cue in cues
    )
