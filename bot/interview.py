"""One interview, start to end: takes what the candidate gives, records it, and lets the interviewer speak.

Everything is an event on disk before anything that follows from it is shown. Taking up an interview is
reading its events; there is no other state.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cached_property

from bot.agenda import Step, next_step
from bot.assessment import scorecard_of
from bot.earlier_rounds import EarlierRounds
from bot.errors import InterviewClosed, UsageError
from bot.exercises import with_exercises
from bot.intents import understand
from bot.interview_scoring import LastAnswer
from bot.interviewers.proctor import Proctor
from bot.interviewers.scene import Interviewer, Scene, Utterance
from bot.persona import WRITTEN_TEST, build_persona, resolve
from bot.plan import plan_paper, plan_round
from bot.resume.binding import put_to
from bot.resume.found import Resume
from bot.review import ReviewedInterview, reviewed
from bot.schema import (
    Answered,
    AnyEvent,
    Finished,
    FinishReason,
    Intent,
    Language,
    Mode,
    Move,
    Said,
    Scorecard,
    Scored,
    Speaking,
    Started,
    Submitted,
)
from bot.scorecard.claims import unfitting
from bot.services import Services
from bot.state import State, advance, replay
from bot.store import storable
from bot.written.agenda import next_on_paper
from bot.written.clock import is_over as time_is_over
from bot.written.clock import may_be_collected, refuse_when_over
from bot.written.picking import understood
from sandbox.problem import CodeLanguage, JudgeResult, Problem

LONGEST_ANSWER = 20_000
"""Characters of one answer; what a person says in ten minutes is under a third of it."""


class Interview:
    """An interview in progress, or over. Not for use by two threads at once.

    Use `Interview.begin` or `Interview.take_up`; then call `speak` whenever `waits_for_candidate` is false.
    """

    def __init__(self, services: Services, interview_id: str, events: list[AnyEvent]) -> None:
        self.services = services
        self.id = interview_id
        self.events = events
        self.state: State = replay(events)
        self.started = next(event for event in events if isinstance(event, Started))
        self._meter = services.meter(interview_id)
        self._scorer = services.answer_scorer(self._meter)
        if not self.is_over:
            # A model file is loaded from now on, while the candidate thinks.
            _ = self.interviewer

    @classmethod
    def begin(
        cls,
        services: Services,
        *,
        company: str,
        round_name: str,
        language: Language = "zh",
        mode: Mode = "real",
        seed: int | None = None,
        resume: Resume | None = None,
        report: str | None = None,
        season: str | None = None,
        earlier: EarlierRounds | None = None,
    ) -> Interview:
        """Plans and stores a new interview; nothing has been said yet.

        Args:
            report: File of the one report to play, where several cover the round.
            season: Id of the season that it is a round of.
            earlier: What the season's rounds before it asked and found.

        Raises:
            UnknownCompany, UnknownRound, UnknownReport: see `bot.persona`.
        """
        company, round_name = resolve(services.library, company, round_name)
        seed = secrets.randbelow(2**31) if seed is None else seed
        persona = build_persona(services.library, company, round_name, report)
        library, problems = services.library, services.problems
        if round_name == WRITTEN_TEST:
            plan = plan_paper(persona, library, problems=problems.keys(), seed=seed, language=language, earlier=earlier)
            plan = put_to(resume, plan, language, seed)
        else:
            plan = plan_round(
                persona,
                library,
                problems=problems.keys(),
                seed=seed,
                language=language,
                earlier=earlier,
                difficulties=services.difficulties,
            )
            plan = put_to(resume, plan, language, seed)
            plan = with_exercises(plan, library, problems, seed=seed, language=language)
        started = Started(
            language=language, mode=mode, seed=seed, plan=plan, resume=resume, season=season, earlier=earlier
        )
        interview_id = secrets.token_hex(6)
        services.store.create(interview_id, started)
        return cls(services, interview_id, [started])

    @classmethod
    def take_up(cls, services: Services, interview_id: str) -> Interview:
        """A stored interview, where it was.

        Raises:
            UnknownInterview: there is none with this id.
        """
        return cls(services, interview_id, list(services.store.load(interview_id)))

    @cached_property
    def interviewer(self) -> Interviewer:
        """Who speaks in this interview."""
        if self.started.plan.paper is not None:
            return Proctor(self.started.language, self.started.seed, self.services.problems)
        return self.services.interviewer(self.started.language, self.started.seed, self._meter)

    @property
    def language(self) -> Language:
        return self.started.language

    @property
    def waits_for_candidate(self) -> bool:
        return self.state.waits_for_candidate

    @property
    def is_over(self) -> bool:
        return self.state.finished is not None

    @property
    def problem(self) -> Problem | None:
        """The problem that code is expected for now."""
        current = self.state.current
        if self.state.awaiting != "code" or current is None:
            return None
        return self.services.problems.get(current.problem or "")

    def scorecard(self) -> Scorecard:
        """The Scorecard as stored at the end, or as things stand."""
        if self.state.finished is not None:
            return self.state.finished.scorecard
        return scorecard_of(self.services, self.events)

    def reviewed(self) -> ReviewedInterview:
        """The interview so far, turn by turn."""
        return reviewed(self.id, self.events, self.scorecard())

    def answer(self, text: str) -> None:
        """Records what the candidate said; it is scored when the interviewer speaks next.

        Raises:
            InterviewClosed: the interview is over.
        """
        self._expect_candidate()
        text = storable(text[:LONGEST_ANSWER])
        on_paper = understood(text, self.started.plan)
        intent, picked = on_paper or (understand(text, asks_back=self.state.awaiting == "questions"), None)
        self._record(Answered(turn=self.state.turn + 1, text=text, intent=intent, picked=picked))

    def submit(self, code: str, code_language: CodeLanguage = "python") -> JudgeResult:
        """Judges code for the problem at hand and records both.

        Raises:
            InterviewClosed: the interview is over.
            UsageError: no code is expected now.
        """
        self._expect_candidate()
        problem = self._expected_problem()
        code = storable(code)
        result = self.services.judge.judge(problem, code, language=self.language, code_language=code_language)
        turn = self.state.turn + 1
        self._record(Submitted(turn=turn, slug=problem.slug, code=code, code_language=code_language, result=result))
        return result

    def try_samples(self, code: str, code_language: CodeLanguage = "python") -> JudgeResult:
        """Runs code on the samples only; this is neither recorded nor counted. Raises as `submit`."""
        self._expect_candidate()
        return self.services.judge.judge(
            self._expected_problem(), code, samples_only=True, language=self.language, code_language=code_language
        )

    def speak(self) -> Iterator[Said | Speaking]:
        """The interviewer's next utterance: growing pieces where a model streams it, the whole of it last.

        Each piece is on disk before it is given out. Yields nothing when it is the candidate's turn.
        """
        if self.waits_for_candidate or self.is_over:
            return
        if self.state.awaiting == "nothing":
            # The process ended between the farewell and the Scorecard.
            self._finish(self._how_it_closed())
            return
        self._meter.begin_turn()
        self._score_last_answer()
        step = (next_step if self.started.plan.paper is None else next_on_paper)(self.state)
        turn = self.state.turn + 1
        previous: Utterance | None = None
        for utterance in self.interviewer.utter(self._scene(step)):
            if previous is not None:
                speaking = Speaking(turn=turn, text=previous.text)
                self._record(speaking)
                yield speaking
            previous = utterance
        if previous is None:
            raise RuntimeError("the interviewer said nothing")
        said = Said(
            turn=turn,
            move=step.move,
            text=previous.text,
            question=step.question.id if step.question else None,
            problem=previous.problem,
            criterion=previous.criterion,
            mismatch=step.mismatch,
            feedback=previous.feedback,
            worded_by=previous.worded_by,
            phrases=previous.phrases,
            notice=previous.notice,
            tokens=self._meter.take(),
        )
        self._record(said)
        if step.move is Move.CLOSE:
            self._finish(self._how_it_closed())
        yield said
        if step.question is not None:
            self.services.get_ready_to_score(step.question)

    def collect(self, *, at_once: bool = False) -> bool:
        """Ends a written test whose time is over, and whether it did. at_once: no submission can be under way."""
        if self.is_over or not (time_is_over if at_once else may_be_collected)(self.started, datetime.now(UTC)):
            return False
        self._finish("time_over")
        return True

    def leave(self) -> None:
        """Ends the interview where it is, as somebody who leaves the room; nothing more is said."""
        if not self.is_over:
            self._finish("answers_exhausted")

    def _how_it_closed(self) -> FinishReason:
        last = next((event for event in reversed(self.events) if isinstance(event, Answered)), None)
        return "ended_by_candidate" if last is not None and last.intent is Intent.END else "completed"

    def _finish(self, reason: FinishReason) -> None:
        self._record(Finished(reason=reason, scorecard=scorecard_of(self.services, self.events)))

    def _score_last_answer(self) -> None:
        """Scores what was answered last, unless it was: a process may end between the two."""
        last = self.events[-1]
        if not isinstance(last, Answered):
            return
        score = LastAnswer(self.services, self._scorer, self.language, self.state, self.events, last).score()
        if score is not None:
            mismatch = unfitting(self.events) if self.state.awaiting == "answer" else None
            tokens = self._meter.take()
            self._record(Scored(turn=last.turn, score=score, mismatch=mismatch, tokens=tokens))

    def _scene(self, step: Step) -> Scene:
        question = step.question
        left = self.state.scores.get(step.leaving or "")
        last = self.state.last
        return Scene(
            step=step,
            state=self.state,
            language=self.language,
            rubric=self.services.rubrics.get(question.rubric or "") if question else None,
            left_rubric=self.services.rubrics.get(left.rubric or "") if left else None,
            problem=self.services.problems.get(question.problem or "") if question else None,
            answer=last.text if isinstance(last, Answered) else "",
            history=self.events,
        )

    def _expect_candidate(self) -> None:
        if self.is_over:
            raise InterviewClosed(f"面试 {self.id} 已经结束 (this interview is over)；可在复盘里查看 (see Review)")
        refuse_when_over(self.started, datetime.now(UTC))
        if not self.waits_for_candidate:
            raise UsageError("还没轮到你 (the interviewer has not spoken yet)")

    def _expected_problem(self) -> Problem:
        problem = self.problem
        if problem is None:
            raise UsageError("现在不是编程题 (no code is expected now)；请用文字回答 (answer in words)")
        return problem

    def _record(self, event: AnyEvent) -> None:
        self.services.store.append(self.id, len(self.events), event)
        self.events.append(event)
        self.state = advance(self.state, event)
