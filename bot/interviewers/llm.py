"""The LLM interviewer: the scripted interviewer decides what is said, a model says it in the persona's manner.

Where the model's words will not do (`bot.interviewers.wording`) it is told why and words the turn once more. Whatever
goes wrong with the endpoint, and where the second wording will not do either, the turn is finished by the scripted
wording, the candidate is told in one line, and the next turn tries the model again. Only the text of a turn comes from
the model: what it asks, aims at and hands over stays the scripted interviewer's.
"""

from __future__ import annotations

import logging
import secrets
import time
import unicodedata
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path
from string import Template
from typing import Protocol

from bot.errors import EndpointError, OverBudget
from bot.interviewers.scene import Scene, Utterance
from bot.interviewers.scripted import ScriptedInterviewer
from bot.interviewers.wording import Assignment, Unfit, cleaned, whole_clauses
from bot.planned import PlannedQuestion
from bot.schema import Answered, Intent, Language, Move, Said, Submitted
from bot.scorers.lexical import LexicalScorer
from bot.scorers.telling import points_told
from bot.words import enumerated, words
from rubrics.schema import Rubric

logger = logging.getLogger(__name__)

PROMPTS = Path(__file__).parent.parent / "prompts"
LONGEST_UTTERANCE: dict[Language, int] = {"zh": 300, "en": 900}
"""Characters asked for."""
RECENT_TURNS = 8
LONGEST_RECENT_TURN = 400
LONGEST_ANSWER = 3000
"""Characters that are sent of an earlier utterance, and of what the candidate said just now."""
MOST_REMARKS = 8
LONGEST_REMARK = 200
LONGEST_NAME = 60
WORDED_BY_SCRIPT = frozenset({Move.MODEL_ANSWER, Move.REPEAT, Move.RETURN, Move.ANSWER_CANDIDATE})
"""Moves whose text must not change by a word: what the card says, what was asked before, and what is told
about the company, which is a cited fact or that nothing is known."""
TELLS_WHAT_TO_DO = frozenset({Move.CLARIFY, Move.INVITE_QUESTIONS})
"""Moves without a question that a wording could lose; a word or two instead of them leaves the candidate at a loss."""


class StreamsText(Protocol):
    """What the interviewer needs of an endpoint."""

    def stream(self, system: str, user: str) -> Generator[str]: ...


class LLMInterviewer:
    """Words the scripted interviewer's turns with a model, streaming.

    Args:
        scorer: Tells whether a wording states what the candidate is to say.
        seconds_between_pieces: Pieces are handed on no faster: each costs a row on disk and a repaint.
    """

    def __init__(
        self,
        scripted: ScriptedInterviewer,
        endpoint: StreamsText,
        language: Language,
        scorer: LexicalScorer,
        *,
        seconds_between_pieces: float = 0.1,
    ) -> None:
        self._scripted = scripted
        self._endpoint = endpoint
        self._language: Language = language
        self._scorer = scorer
        self._seconds_between_pieces = seconds_between_pieces
        # One marker for the whole interview: the first part of every prompt stays the same and can be cached.
        self._nonce = secrets.token_hex(8)

    def utter(self, scene: Scene) -> Iterator[Utterance]:
        """Growing pieces of the utterance, the whole last: the scripted wording where the model failed."""
        scripted = self._scripted.word(scene)
        if scene.step.move in WORDED_BY_SCRIPT:
            yield scripted
            return
        nonce = secrets.token_hex(8)
        system = self._system(scene)
        origin = _origin(scene.step.question)
        user = self._user(scene, scripted.text, origin, nonce)
        assignment = Assignment(
            scripted=scripted.text,
            essential=self._essential(scene, scripted),
            language=self._language,
            longest=LONGEST_UTTERANCE[self._language],
            # The marker is random, and dates and lines are for the model: their digits are nothing anybody said.
            known=user.replace(nonce, "").replace(origin, ""),
            nonces=(nonce, self._nonce),
            prompts=tuple(_prompt(name, self._language).template for name in ("interviewer", "turn", "turn_again")),
            shortest=len(scripted.text) // 4 if scene.step.move in TELLS_WHAT_TO_DO else 0,
            gives_away=self._giveaways(scene, scripted),
        )
        try:
            for text in self._worded_or_redone(system, user, assignment):
                yield scripted.model_copy(update={"text": text, "worded_by": "llm"})
        except OverBudget:
            notice = words("over_budget", self._language)
            told = any(isinstance(event, Said) and event.notice == notice for event in scene.history)
            yield scripted if told else scripted.model_copy(update={"notice": notice})
        except EndpointError as error:
            logger.info("turn %d is worded by the script: %s", scene.state.turn + 1, error)
            notice = words("endpoint_failed", self._language, why=str(error))
            yield scripted.model_copy(update={"notice": notice})

    def _worded_or_redone(self, system: str, user: str, assignment: Assignment) -> Iterator[str]:
        """As `_worded`, by a second request where the first wording will not do."""
        try:
            yield from self._worded(system, user, assignment)
        except Unfit as unfit:
            logger.info("worded again: %s", unfit)
            again = f"{user}\n{_prompt('turn_again', self._language).substitute(fault=unfit)}"
        else:
            return
        yield from self._worded(system, again, assignment)

    def _worded(self, system: str, user: str, assignment: Assignment) -> Iterator[str]:
        """Growing parts of the model's wording, complete clauses each, the whole last.

        Raises:
            Unfit: the wording will not do.
            EndpointError: the endpoint failed.
        """
        reply = ""
        shown = ""
        looked_from = 0  # a point may be stated in two clauses, of which the first was shown already
        shown_at = time.monotonic()
        with closing(self._endpoint.stream(system, user)) as pieces:
            for piece in pieces:
                reply += piece
                said = cleaned(reply)
                _insist_on_none(assignment.fault_so_far(said))
                ready = whole_clauses(said)
                if len(ready) > len(shown) and time.monotonic() - shown_at >= self._seconds_between_pieces:
                    _insist_on_none(assignment.fault_when_shown(ready[looked_from:]))
                    looked_from, shown, shown_at = len(shown), ready, time.monotonic()
                    yield shown
        said = cleaned(reply).rstrip()
        _insist_on_none(assignment.fault(said))
        yield said

    def _system(self, scene: Scene) -> str:
        """Who the model is and how it is to speak: the same text for every turn of an interview."""
        plan = scene.state.plan
        english = self._language == "en"
        manner = [
            _line(remark.text_en if english and remark.text_en else remark.text, LONGEST_REMARK)
            + (f"（{remark.source}）" if remark.source is not None else "")
            for remark in plan.remarks
            if remark.about == "manner"
        ]
        return _prompt("interviewer", self._language).substitute(
            company=_line(plan.company, LONGEST_NAME),
            round=_line(plan.round, LONGEST_NAME),
            tone=enumerated((words(f"tone_{each}", self._language) for each in plan.manner), self._language)
            or words("tone_plain", self._language),
            manner="\n".join(f"- {remark}" for remark in manner[:MOST_REMARKS]) or "-",
            longest=LONGEST_UTTERANCE[self._language],
            fence=f"<<{self._nonce}>>",
        )

    def _giveaways(self, scene: Scene, scripted: Utterance) -> Callable[[str], bool]:
        """Whether a text states a key point of the question at hand, or of the one that is left, which neither the
        candidate nor the scripted wording states.
        """
        cards = [card for card in (scene.rubric, scene.left_rubric) if card is not None]
        said = {
            (score.rubric, criterion.criterion)
            for score in scene.state.scores.values()
            for criterion in score.criteria
            if criterion.verdict in ("full", "partial")
        }

        def gives_away(text: str) -> bool:
            fresh = ((card, self._stated(card, text) - said) for card in cards)
            return any(points - self._stated(card, scripted.text) for card, points in fresh if points)

        return gives_away

    def _stated(self, card: Rubric, text: str) -> set[tuple[str | None, str]]:
        """(card, criterion) of the points that a text gives away."""
        return {(card.slug, point) for point in points_told(self._scorer, card, text, self._language)}

    def _user(self, scene: Scene, content: str, origin: str, nonce: str) -> str:
        """What this turn is about, everything that others wrote between markers that nobody could foresee."""
        latest = (event for event in reversed(scene.history) if isinstance(event, Said | Answered))
        spoken = list(islice(latest, RECENT_TURNS + 1))[::-1]
        if spoken and isinstance(spoken[-1], Answered):
            spoken.pop()  # what was said just now has a place of its own
        names = {"said": words("interviewer", self._language), "answered": words("candidate", self._language)}
        recent = [f"{names[event.type]}: {_line(event.text, LONGEST_RECENT_TURN)}" for event in spoken[-RECENT_TURNS:]]
        return _prompt("turn", self._language).substitute(
            recent="\n".join(recent) or "-",
            answer=self._given(scene),
            question=self._question(scene, content, origin),
            move=scene.step.move.value,
            content=_plain(content, len(content)),
            fence=f"<<{nonce}>>",
        )

    def _given(self, scene: Scene) -> str:
        """What the candidate gave just now."""
        if isinstance(scene.state.last, Submitted):
            return words("handed_in_code", self._language)
        return _plain(scene.answer, LONGEST_ANSWER) or "-"

    def _question(self, scene: Scene, content: str, origin: str) -> str:
        """The question at hand, where it is not what is to be said, and where it comes from."""
        question = scene.step.question
        if question is None:
            return "-"
        asked = "" if question.said in content else _line(question.said, LONGEST_RECENT_TURN)
        return f"{asked}（{origin}）"

    def _essential(self, scene: Scene, scripted: Utterance) -> str:
        """The part of the scripted wording that any other wording has to keep."""
        step, last = scene.step, scene.state.last
        match step.move:
            case Move.FOLLOW_UP | Move.HAND_OVER_CODE if isinstance(last, Submitted):
                return scripted.text
            case Move.ASK | Move.FOLLOW_UP | Move.HAND_OVER_CODE if step.question is not None:
                return step.question.said
            case Move.PROBE | Move.CHALLENGE | Move.HINT:
                criteria = scene.rubric.criteria if scene.rubric is not None else ()
                criterion = next((c for c in criteria if c.id == scripted.criterion), None)
                if criterion is not None:
                    text = criterion.hint if step.move is Move.HINT else criterion.probe
                    return text.in_language(self._language)
                return scripted.text
            case Move.DISCUSS_VERDICT if isinstance(last, Submitted):
                # The judge's message stands beside the code; the interviewer need not recite it.
                return scripted.text.replace(last.result.message, "") if last.result.message else scripted.text
            case Move.CLARIFY if isinstance(last, Answered) and last.intent in (Intent.OFF_TOPIC, Intent.ABUSE):
                return scripted.text
            case _:
                return ""


def _insist_on_none(fault: str | None) -> None:
    if fault is not None:
        raise Unfit(fault)


def _origin(question: PlannedQuestion | None) -> str:
    """Where a question comes from, in one line; empty without one."""
    if question is None:
        return ""
    places = (question.company, question.round, question.date, *map(str, question.source[:1]))
    return _line(" ".join(place for place in places if place), LONGEST_REMARK)


def _plain(text: str, longest: int) -> str:
    """Text of others as it goes into a prompt: so long at most, no invisible characters to hide orders in."""
    visible = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs"))
    return visible if len(visible) <= longest else f"{visible[:longest]}…"


def _line(text: str, longest: int) -> str:
    return _plain(" ".join(text.split()), longest)


@cache
def _prompt(name: str, language: Language) -> Template:
    return Template((PROMPTS / f"{name}.{language}.md").read_text(encoding="utf-8"))
