"""The words of an interview as data: events, scores, Scorecard; its plan is in `bot.planned`.

Everything under `bot/` may import this module; it imports data classes and nothing else of ours. Events are
append-only: the state of an interview is the fold of its events (`bot.state.advance`).
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from bot.data import Data
from bot.earlier_rounds import EarlierRounds
from bot.mismatch import Mismatch
from bot.planned import Plan
from bot.resume.found import Resume
from corpus.report import Source
from sandbox.problem import CodeLanguage, JudgeResult

Language = Literal["zh", "en"]
Mode = Literal["real", "practice"]
FinishReason = Literal["completed", "ended_by_candidate", "answers_exhausted", "time_over"]
CriterionVerdict = Literal["none", "partial", "full", "contradicted", "unscored"]


class Recommendation(StrEnum):
    STRONG_HIRE = "strong_hire"
    HIRE = "hire"
    LEAN_HIRE = "lean_hire"
    LEAN_NO_HIRE = "lean_no_hire"
    NO_HIRE = "no_hire"
    STRONG_NO_HIRE = "strong_no_hire"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"


class Move(StrEnum):
    """What the interviewer does with a turn. The program picks it; a model at most words it."""

    ASK = "ask"
    FOLLOW_UP = "follow_up"
    PROBE = "probe"
    CHALLENGE = "challenge"
    CLARIFY = "clarify"
    REPEAT = "repeat"
    RETURN = "return"
    """Back to the question before, or from it to the one that was left."""
    HINT = "hint"
    MODEL_ANSWER = "model_answer"
    HAND_OVER_CODE = "hand_over_code"
    DISCUSS_VERDICT = "discuss_verdict"
    INVITE_QUESTIONS = "invite_questions"
    ANSWER_CANDIDATE = "answer_candidate"
    CLOSE = "close"
    HAND_OUT = "hand_out"
    """The paper of a written test."""


class Intent(StrEnum):
    """What the candidate wants with a message, as the program understands it."""

    ANSWER = "answer"
    EMPTY = "empty"
    REPEAT = "repeat"
    HINT = "hint"
    SKIP = "skip"
    DONT_KNOW = "dont_know"
    MODEL_ANSWER = "model_answer"
    NO_QUESTIONS = "no_questions"
    REMARK = "remark"
    """Said where questions were invited, and asks nothing."""
    PAUSE = "pause"
    GO_BACK = "go_back"
    OFF_TOPIC = "off_topic"
    ABUSE = "abuse"
    END = "end"
    PICK = "pick"
    """Another question of a written test's paper."""


class Tokens(Data):
    """What requests to the endpoint cost."""

    asked: int = Field(default=0, ge=0)
    """Tokens of the prompts."""
    replied: int = Field(default=0, ge=0)
    """Tokens of the replies."""
    estimated: bool = False
    """True where the endpoint did not say and some of it was guessed from the length of the texts."""
    cost: float | None = Field(default=None, ge=0)
    """In `currency`, at the prices that were set at the time; None where none were."""
    currency: str = ""

    @property
    def total(self) -> int:
        return self.asked + self.replied

    def __add__(self, other: Tokens) -> Tokens:
        return Tokens(
            asked=self.asked + other.asked,
            replied=self.replied + other.replied,
            estimated=self.estimated or other.estimated,
            **_added_costs(self, other),
        )


def _added_costs(one: Tokens, other: Tokens) -> dict[str, Any]:
    """What two amounts cost together; nothing where that is in two currencies."""
    priced = [each for each in (one, other) if each.cost is not None]
    if not priced or len({each.currency for each in priced}) > 1:
        return {}
    return {"cost": sum(each.cost or 0 for each in priced), "currency": priced[0].currency}


class CriterionScore(Data):
    """One key point of a rubric, judged."""

    criterion: str
    point: str = ""
    """The proposition, in the language of the interview."""
    weight: float
    verdict: CriterionVerdict
    evidence: str | None = None
    """Verbatim substring of what the candidate said (after NFKC and stripping of format characters)."""
    turn: int | None = None
    """Turn that the evidence was said in."""
    reason: str = ""
    credit: float | None = Field(default=None, ge=0, le=1)
    """How much of the point was said, where the scorer measures that in degrees; None where the verdict says it all."""


class QuestionScore(Data):
    """What the answers to one question are worth, and the words it rests on."""

    question_id: str
    rubric: str | None
    scorer: str
    fraction: float | None = Field(default=None, ge=0, le=1)
    """Weighted share of the criteria; None when unscored."""
    criteria: tuple[CriterionScore, ...] = ()
    unscored: str | None = None
    """Why it could not be scored; None when it was."""
    flags: tuple[str, ...] = ()
    beside: tuple[CriterionScore, ...] = ()
    """The lexical scorer's verdicts beside a model's; empty where they are the verdicts."""
    fallback: str | None = None
    """Why the model that should have scored did not, so that these are the lexical scorer's verdicts."""


class Event(Data):
    """Base of everything that is ever stored about an interview."""

    at: datetime = Field(default_factory=lambda: datetime.now(UTC))


class Started(Event):
    type: Literal["started"] = "started"
    language: Language
    mode: Mode
    seed: int
    plan: Plan
    resume: Resume | None = None
    season: str | None = None
    """Id of the season that it is a round of."""
    earlier: EarlierRounds | None = None
    """None outside a season."""


class Speaking(Event):
    """What has been shown of an utterance that is still being streamed."""

    type: Literal["speaking"] = "speaking"
    turn: int
    text: str


class Said(Event):
    """The interviewer's utterance, whole."""

    type: Literal["said"] = "said"
    turn: int
    move: Move
    text: str
    question: str | None = None
    """Id of the planned question it belongs to."""
    problem: str | None = None
    criterion: str | None = None
    """The key point a probe, challenge or hint aims at."""
    mismatch: Mismatch | None = None
    """The two statements that a challenge asks about."""
    feedback: str | None = None
    """Practice mode only: what the answer just given stated and missed."""
    worded_by: str = "scripted"
    phrases: tuple[str, ...] = ()
    """Keys of the phrases in it, so that the next one is another variant."""
    notice: str | None = None
    """One line for the candidate, e.g. that the endpoint failed and the scripted interviewer took over."""
    tokens: Tokens | None = None
    """What the endpoint was paid for this turn, but for what the scores say; None where it was not asked."""


class Answered(Event):
    """The candidate's utterance."""

    type: Literal["answered"] = "answered"
    turn: int
    text: str
    intent: Intent
    picked: str | None = None
    """Id of the question that a PICK turns to."""


class Submitted(Event):
    """Code that the candidate handed in, with the judge's verdict."""

    type: Literal["submitted"] = "submitted"
    turn: int
    slug: str
    code: str
    code_language: CodeLanguage = "python"
    result: JudgeResult


class Scored(Event):
    """The standing of a question after an answer; a later one for the same question replaces it."""

    type: Literal["scored"] = "scored"
    turn: int
    score: QuestionScore
    mismatch: Mismatch | None = None
    """What the answer says and an earlier one, or the CV, says otherwise."""
    tokens: Tokens | None = None
    """What the endpoint was paid for scoring; None where it was not asked."""


class Finished(Event):
    type: Literal["finished"] = "finished"
    reason: FinishReason
    scorecard: Scorecard


class DimensionScore(Data):
    dimension: str
    title: str = ""
    """Its name in the language of the interview."""
    level: int | None = None
    band: tuple[int, int] | None = None
    """Lowest and highest level that the evidence supports."""
    evidence: str | None = None
    reason: str = ""
    """Why it has this level, or why it has none."""


class PersonVerdict(Data):
    """What a person who looked at a scorer's verdict on one key point holds it to be; the same verdict confirms it."""

    question_id: str
    criterion: str
    scorer: CriterionVerdict
    """What the scorer had said when the person looked."""
    verdict: CriterionVerdict
    note: str = ""
    at: datetime = Field(default_factory=lambda: datetime.now(UTC))


class ScoredQuestion(Data):
    id: str
    text: str
    company: str
    round: str
    date: str | None
    source: tuple[Source, ...]
    fraction: float | None
    unscored: str | None
    criteria: tuple[CriterionScore, ...] = ()
    """The scorer's verdicts; `people` holds what differs from them."""
    scorer: str = ""
    by_rules: float | None = None
    """The lexical scorer's fraction beside a model's."""
    scorers_differ: bool = False
    """Model and lexical scorer are so far apart that a person should look."""
    fallback: str | None = None
    """Why the model that should have scored did not."""
    hints: int = 0
    people: tuple[PersonVerdict, ...] = ()
    """For each criterion that a person looked at, what they said last."""
    fraction_by_people: float | None = None
    """The fraction with people's verdicts in place of the scorer's; None where nobody looked."""


class ScoredProblem(Data):
    slug: str
    verdict: str | None
    """The best verdict of all attempts; None when nothing was submitted."""
    gave_up: bool = False
    """The candidate said that they can't write it, and handed in nothing: scored, and worth nothing."""
    blank: bool = False
    """On the paper of a written test, and nothing was handed in for it: scored, and worth nothing."""
    unscored: str | None = None
    """Why it could not be scored; None when it was."""
    attempts: int
    passed: int = 0
    total: int = 0
    hints: int = 0


class StudyItem(Data):
    topic: str
    why: str
    questions: tuple[str, ...]
    """Ids of the questions that ask it."""
    companies: tuple[str, ...] = ()
    """All companies that asked it, the one of the interview first."""


class Coverage(Data):
    planned: int
    asked: int
    scored: int


class PeoplesView(Data):
    """A Scorecard's totals with people's verdicts in place of the scorer's."""

    looked_at: int
    """Criteria that a person confirmed or overruled."""
    overruled: int
    fraction: float | None
    recommendation: Recommendation


class Scorecard(Data):
    """All scores of one interview. Totals are computed in code; nothing here comes from a model's own sums."""

    recommendation: Recommendation
    reasons: tuple[str, ...] = ()
    fraction: float | None
    coverage: float = Field(ge=0, le=1)
    """Share of the planned questions and problems that could be scored."""
    counts: Coverage
    dimensions: tuple[DimensionScore, ...]
    questions: tuple[ScoredQuestion, ...]
    problems: tuple[ScoredProblem, ...]
    strengths: tuple[str, ...] = ()
    """Verbatim quotes of what was said well."""
    study: tuple[StudyItem, ...]
    flags: tuple[str, ...] = ()
    people: PeoplesView | None = None
    """None where nobody looked at a verdict."""


Finished.model_rebuild()

AnyEvent = Annotated[Started | Speaking | Said | Answered | Submitted | Scored | Finished, Field(discriminator="type")]
EVENT: TypeAdapter[AnyEvent] = TypeAdapter(AnyEvent)
