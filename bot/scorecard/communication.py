"""How answers were given, one by one, by the behaviour that the levels of *communication* in `dimensions.yaml` name.

1 off the point; 2 one sentence, or nothing to the point before a follow-up; 3 to the point at once, with more behind
it; one level more for speaking point by point or naming costs beside effects, and one for getting it across in
another way. What an answer is worth is the scorer's business; tone, pauses and sketches are not in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.drilling import SCORER as DRILL_SCORER
from bot.schema import Answered, AnyEvent, Intent, QuestionScore, Said, Scored
from bot.scorecard.cues import scorecard_cues
from bot.scorers.clauses import outline
from bot.scorers.text import fold, spoken

FEWEST_POINTS = 2
"""Words of enumeration that make a structure."""
SHORT_LEAD = 12
"""Characters of a first sentence that only leads in, such as "这个问题我分两点说"."""


@dataclass(frozen=True)
class Manner:
    """How one question was answered."""

    level: int
    """1 to 5."""
    quote: str
    """Verbatim, of what the level rests on."""
    to_the_point: bool = False
    structured: bool = False
    illustrated: bool = False
    off_the_point: bool = False


def manners(events: Iterable[AnyEvent]) -> tuple[Manner, ...]:
    """How each question was answered that has a score. Who says that they don't know is not rated for it."""
    answers: dict[str, list[tuple[str, QuestionScore]]] = {}
    current: str | None = None
    last: Answered | None = None
    ignorant: set[str] = set()
    for event in events:
        match event:
            case Said(question=str(asked)):
                current = asked
            case Answered():
                last = event
                if event.intent is Intent.DONT_KNOW and current is not None:
                    ignorant.add(current)
            case Scored(score=score) if last is not None and score.question_id == current:
                # A number is as good an answer as any number of sentences.
                is_answer = last.intent is Intent.ANSWER and score.scorer != DRILL_SCORER
                if is_answer and score.fraction is not None:
                    answers.setdefault(current, []).append((last.text, score))
            case _:
                pass
    rated = (_manner(given, question in ignorant) for question, given in answers.items())
    return tuple(each for each in rated if each is not None)


def _manner(given: Sequence[tuple[str, QuestionScore]], gave_up: bool) -> Manner | None:
    text, first = given[0]
    said = spoken(text)
    cut = outline(said, [])
    sentences = [said[each.start : each.end].strip() for each in cut.sentences]
    if not sentences:
        return None
    quotes = [c.evidence for c in first.criteria if c.evidence]
    if not quotes:
        if any("dont_know" in score.flags for _, score in given):
            return None
        if any(c.evidence for _, score in given for c in score.criteria):
            return Manner(level=2, quote=sentences[0])
        return None if gave_up and len(given) == 1 else Manner(level=1, quote=sentences[0], off_the_point=True)
    lead = len(sentences[0]) if len(sentences[0]) > SHORT_LEAD else len(sentences[0] + "".join(sentences[1:2]))
    to_the_point = any(said.find(quote) <= cut.sentences[0].start + lead for quote in quotes)
    if len(sentences) == 1 or not to_the_point:
        return Manner(level=2, quote=sentences[0], to_the_point=to_the_point)
    cues = scorecard_cues()
    # A model of an answer may open with "for example"; an illustration comes after something to illustrate.
    folded = fold(said).text
    structured = len(cues.points.findall(folded)) >= FEWEST_POINTS or cues.shortcomings.search(folded) is not None
    rest = fold("\n".join(sentences[1:])).text
    illustrated = cues.illustrations.search(rest) is not None
    marked = cues.illustrations if illustrated else cues.points if structured else None
    quote = next((each for each in sentences[1:] if marked and marked.search(fold(each).text)), sentences[0])
    return Manner(
        level=3 + structured + illustrated,
        quote=quote,
        to_the_point=True,
        structured=structured,
        illustrated=illustrated,
    )
