"""Answering the candidate's own questions from what reports tell about the company, or from nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.schema import Fact
from corpus.glossary import concepts_in, load_glossary

WORKPLACE = "workplace"
"""Concept of the glossary that all one asks about a job is under: business, hours, atmosphere, pay."""
NEAR_ENOUGH = 0.3
"""Cosine similarity from which a fact answers a question that names none of these."""


def closest_fact(asked: str, facts: Sequence[Fact]) -> Fact | None:
    """The fact that answers what the candidate asked; None where no report tells."""
    if not facts:
        return None
    import numpy as np

    from corpus.embed import GlossaryEmbeddings

    texts = [f"{fact.asked} {fact.text} {fact.text_en}" for fact in facts]
    embeddings = GlossaryEmbeddings()
    similarity = np.array(embeddings.embed_documents(texts)) @ np.array(embeddings.embed_query(asked))  # (facts,)
    wanted = _workplace_subjects(asked)
    told = [_workplace_subjects(text) for text in texts]
    # A shared subject says more than shared letters: "加班多吗" is answered by hours, whatever the words.
    best = max(range(len(facts)), key=lambda at: (len(wanted & told[at]), similarity[at]))
    return facts[best] if wanted & told[best] or similarity[best] >= NEAR_ENOUGH else None


def _workplace_subjects(text: str) -> set[str]:
    glossary = load_glossary()
    named = {match.concept for match in concepts_in(text)}
    subjects = {wider for concept in named for wider in (concept, *glossary.wider(concept))}
    return {subject for subject in subjects if WORKPLACE in glossary.wider(subject)}
