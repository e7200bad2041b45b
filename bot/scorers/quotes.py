"""Whether a quote that somebody else took from an answer may carry a verdict: it stands there verbatim, and what the
lexical scorer knows about words that state nothing does not speak against it.
"""

from __future__ import annotations

import re

from bot.scorers.cues import CueFinder
from bot.scorers.listing import CONCEPT, Content, Listing
from bot.scorers.reading import Reading, Span
from bot.scorers.text import spoken, weight
from corpus.glossary import concepts_in
from rubrics.schema import Rubric

LONGEST_QUOTE = 220
"""Characters; a longer one points at nothing in particular."""
LEAST_QUOTE = 5.0
"""In Chinese characters; a term alone states nothing."""
_AROUND = " \t\r\n\"'“”‘’「」『』《》"
_AT_END = " \t\r\n。.!?;,、:"


class Quotes:
    """The quotes from one answer to one question.

    Args:
        asked: What the interviewer said.
    """

    def __init__(self, card: Rubric, answer: str, asked: str, cues: CueFinder) -> None:
        self._cues = cues
        self._reading = Reading(answer, cues, asks=card.answered_by_questions)
        self.said = self._reading.said
        asked = "\n".join((asked, card.question.zh, card.question.en))
        view = self._reading.folded
        terms = [view.span(match.start, match.end) for match in concepts_in(view.text)]
        self._listing = Listing(self._reading, terms, asked)
        matter = [card.model_answer, *(c.point for c in card.criteria), *(m.claim for m in card.misconceptions)]
        self._matter = Content.of("\n".join(f"{text.zh}\n{text.en}" for text in matter), cues)

    def found(self, quote: str | None) -> Span | str:
        """Where a quote stands in `said`; the reason (a key of cues.yaml) why it carries no verdict."""
        wanted = spoken(quote or "").strip(_AROUND)
        if weight(wanted) < LEAST_QUOTE:
            return "quote_short"
        if len(wanted) > LONGEST_QUOTE:
            return "quote_long"
        # Models copy a line break as a blank, and the other way round.
        place = re.search(r"\s+".join(map(re.escape, wanted.split())), self.said)
        if place is None:
            return "quote_missing"
        return self._objection(place.span()) or place.span()

    def _objection(self, span: Span) -> str | None:
        end = span[0] + len(self.said[slice(*span)].rstrip(_AT_END))
        voids = self._reading.void_at((span[0], end))
        overlapped = [void for void in self._reading.injections if void.start < end and span[0] < void.end]
        if voids or overlapped:
            return (voids + overlapped)[0].reason
        if (objection := self._listing.objection_to(span)) is not None:
            return objection
        outline = self._reading.outline
        sentences = sorted({outline.clauses[at].sentence for at in outline.clauses_of(span)})
        around = self.said[outline.sentences[sentences[0]].start : outline.sentences[sentences[-1]].end]
        new = Content.of(around, self._cues).units - self._listing.question.units
        speaks_of_the_field = any(unit.startswith(CONCEPT) for unit in new)
        return None if speaks_of_the_field or new & self._matter.units else "quote_beside"
