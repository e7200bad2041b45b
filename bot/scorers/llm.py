"""Scores an answer with the endpoint's model, on a short leash.

The model gives one verdict a key point, with the words it rests on. What counts is decided here: a verdict stands only
on a quote that is verbatim and states something (`bot.scorers.quotes`), the fraction is computed from the verdicts
(`bot.scoring`), and the lexical scorer runs beside it:

* what it cannot score, and answers in which it finds words to the grader, are never shown to the model;
* a misconception that it can quote stays held against the answer: with a valid quote of the right statement beside it
  the point is worth half, as in its own book;
* its verdicts are kept in `QuestionScore.beside`, and a gap of `bot.scoring.WIDE_GAP` between the two fractions
  raises the flag `scorers_differ`;
* where the endpoint fails or answers nonsense its verdicts are the score, and `QuestionScore.fallback` says why.

A second opinion is asked for once an answer, on the points whose quote was refused or whose verdict is partial. It
replaces what it can quote; a verdict whose quote was refused becomes none otherwise.
"""

from __future__ import annotations

import logging
import secrets
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict, create_model

from bot.errors import EndpointError
from bot.llm.chat import ChatEndpoint
from bot.llm.structured import structured
from bot.schema import CriterionScore, Language, QuestionScore
from bot.scorers.cues import load_cues
from bot.scorers.lexical import LexicalScorer
from bot.scorers.quotes import LONGEST_QUOTE, Quotes
from bot.scorers.reading import Reading
from bot.scoring import fraction_of, with_gap_flagged
from bot.words import words
from rubrics.schema import Rubric

logger = logging.getLogger(__name__)

NAME = "llm"
PROMPTS = Path(__file__).parent.parent / "prompts"
LONGEST_SENT = 8000
"""Characters of the answer, and of what was asked, that the model sees."""
MOST_POINTS_A_QUOTE = 2
"""A passage given for more points than this shows none of them."""
LONGEST_REASON = 300
_FLAGS_OF_VERDICTS = frozenset({"hedged", "contradiction", "self_contradiction"})
"""What the lexical scorer says of its own verdicts."""


class AnswerScorer(Protocol):
    """Scores one answer by a rubric card."""

    def score(
        self,
        rubric: Rubric,
        answer: str,
        question_text: str = "",
        turn_id: int | None = None,
        *,
        question_id: str = "",
        language: Language = "zh",
    ) -> QuestionScore: ...


class Opinion(BaseModel):
    """What a model says of one key point; the order of the keys makes it think before it judges."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reason: str
    verdict: Literal["none", "partial", "full", "contradicted"]
    quote: str | None


class LLMScorer:
    """Scores answers by rubric cards with a model, and with the lexical scorer beside it."""

    def __init__(self, lexical: LexicalScorer, endpoint: ChatEndpoint) -> None:
        self._lexical = lexical
        self._endpoint = endpoint

    def score(
        self,
        rubric: Rubric,
        answer: str,
        question_text: str = "",
        turn_id: int | None = None,
        *,
        question_id: str = "",
        language: Language = "zh",
    ) -> QuestionScore:
        """Score one answer. `question_text` is what the interviewer said; reasons are in `language`.

        Evidence is a substring of `bot.scorers.text.spoken(answer)`. Raises nothing of the endpoint's.
        """
        plain = self._lexical.score(rubric, answer, question_text, turn_id, question_id=question_id, language=language)
        if plain.fraction is None:
            return plain
        if "injection" in plain.flags:
            return plain.model_copy(update={"fallback": words("fallback_injection", language)})
        judging = _Judging(rubric, answer, question_text, turn_id, language, self._endpoint)
        try:
            judged = judging.criteria()
        except EndpointError as error:
            logger.info("an answer is scored by the lexical scorer: %s", error)
            return plain.model_copy(update={"fallback": words("fallback_endpoint", language, why=error)})
        criteria = tuple(
            _with_misconception(mine, rules, language) for mine, rules in zip(judged, plain.criteria, strict=True)
        )
        flags = {flag for flag in plain.flags if flag not in _FLAGS_OF_VERDICTS}
        if any(each.verdict == "contradicted" for each in criteria):
            flags.add("contradiction")
        return with_gap_flagged(
            plain.model_copy(
                update={
                    "scorer": NAME,
                    "criteria": criteria,
                    "fraction": fraction_of(criteria),
                    "flags": tuple(sorted(flags)),
                    "beside": plain.criteria,
                }
            )
        )


class _Judging:
    """One answer and what the model says of it."""

    def __init__(
        self,
        card: Rubric,
        answer: str,
        asked: str,
        turn: int | None,
        language: Language,
        endpoint: ChatEndpoint,
    ) -> None:
        self._card, self._turn, self._language = card, turn, language
        self._endpoint = endpoint
        self._cues = load_cues()
        self._quotes = Quotes(card, answer, asked, self._cues)
        # A report's question may hold orders as well; then the model is shown what the card asks.
        self._question = "" if Reading(asked, self._cues).injections else asked
        self._all = range(len(card.criteria))
        self._refused: dict[int, str] = {}
        """Why the last quote for a criterion was refused, by its place in the card."""

    def criteria(self) -> tuple[CriterionScore, ...]:
        """The verdicts on the card's criteria, in its order. Raises EndpointError."""
        found = self._sound({at: self._score(at, each) for at, each in self._opinions(self._all).items()})
        in_doubt = [at for at in self._all if at not in found or found[at].verdict == "partial"]
        if in_doubt:
            try:
                again = self._opinions(in_doubt, again=True)
            except EndpointError as error:
                logger.info("no second opinion: %s", error)
            else:
                found = self._sound(found | {at: self._score(at, each) for at, each in again.items()}, found)
        return tuple(found.get(at) or self._none(at, self._refused[at]) for at in self._all)

    def _sound(
        self, judged: Mapping[int, CriterionScore | None], otherwise: Mapping[int, CriterionScore] | None = None
    ) -> dict[int, CriterionScore]:
        """The scores whose quote carries them, by criterion; what was found before in place of the others."""
        shared = Counter(score.evidence for score in judged.values() if score is not None)
        sound: dict[int, CriterionScore] = {}
        for at, score in judged.items():
            if score is not None and score.evidence and shared[score.evidence] > MOST_POINTS_A_QUOTE:
                self._refuse(at, "quote_shared")
                score = None
            if score is None and otherwise is not None:
                score = otherwise.get(at)
            if score is not None:
                sound[at] = score
        return sound

    def _opinions(self, points: Sequence[int], *, again: bool = False) -> Mapping[int, Opinion]:
        fields: dict[str, Any] = {f"p{at + 1}": (Opinion, ...) for at in points}
        shape: type[BaseModel] = create_model("Opinions", __config__=ConfigDict(extra="forbid"), **fields)
        told = _prompt("scorer_turn", self._language).substitute(
            fence=f"<<{secrets.token_hex(8)}>>",
            question=_visible(self._question) or self._card.question.in_language(self._language),
            points="\n".join(self._point(at) for at in points),
            answer=_visible(self._quotes.said),
        )
        if again:
            told += "\n" + _prompt("scorer_again", self._language).substitute(longest=LONGEST_QUOTE)
        reply = structured(self._endpoint, _prompt("scorer", self._language).template, told, shape)
        return {at: getattr(reply, f"p{at + 1}") for at in points}

    def _point(self, at: int) -> str:
        criterion = self._card.criteria[at]
        lines = [f"p{at + 1}: {criterion.point.in_language(self._language)}"]
        lines += [
            f"  - {words('point_misconception', self._language, claim=each.claim.in_language(self._language))}"
            for each in self._card.misconceptions
            if criterion.id in each.contradicts
        ]
        return "\n".join(lines)

    def _score(self, at: int, opinion: Opinion) -> CriterionScore | None:
        """What an opinion comes to; None where its quote is refused."""
        reason = _one_line(opinion.reason)
        if opinion.verdict == "none":
            return self._none(at, reason)
        place = self._quotes.found(opinion.quote)
        if isinstance(place, str):
            self._refuse(at, place)
            return None
        return CriterionScore(
            criterion=self._card.criteria[at].id,
            weight=self._card.criteria[at].weight,
            verdict=opinion.verdict,
            evidence=self._quotes.said[slice(*place)],
            turn=self._turn,
            reason=reason,
        )

    def _refuse(self, at: int, why: str) -> None:
        self._refused[at] = words("quote_refused", self._language, why=self._cues.reason(why, self._language))

    def _none(self, at: int, reason: str) -> CriterionScore:
        criterion = self._card.criteria[at]
        return CriterionScore(criterion=criterion.id, weight=criterion.weight, verdict="none", reason=reason)


def _with_misconception(mine: CriterionScore, rules: CriterionScore, language: Language) -> CriterionScore:
    """The model's verdict where the lexical scorer quotes a misconception against the point."""
    if rules.verdict != "contradicted" or mine.verdict == "contradicted":
        return mine
    if mine.verdict == "full" and mine.evidence != rules.evidence:
        return mine.model_copy(update={"verdict": "partial", "reason": words("said_both", language, why=rules.reason)})
    return rules


def _visible(text: str) -> str:
    """Text of others as it goes into a prompt: no invisible characters to hide orders in."""
    kept = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs"))
    return kept if len(kept) <= LONGEST_SENT else f"{kept[:LONGEST_SENT]}…"


def _one_line(text: str) -> str:
    return " ".join(_visible(text).split())[:LONGEST_REASON]


@cache
def _prompt(name: str, language: Language) -> Template:
    return Template((PROMPTS / f"{name}.{language}.md").read_text(encoding="utf-8"))
