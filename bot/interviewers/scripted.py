"""The scripted interviewer: words every Move from phrases, plan, rubric and verdict. No model, no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.agenda import DRILL_ANSWER, DRILL_NUMBER, MOST_CANDIDATE_QUESTIONS, can_retry, is_out_of_time
from bot.drilling import worked_out
from bot.interviewers.facts import closest_fact
from bot.interviewers.feedback import feedback_on
from bot.interviewers.phrasebook import Phrasebook, Speech
from bot.interviewers.scene import Scene, Utterance, criterion_of
from bot.mismatch import Mismatch
from bot.plan import MINUTES_PER_QUESTION
from bot.schema import Answered, Intent, Language, Move, QuestionScore, Said, Submitted
from bot.state import MOST_PAUSES, resumed
from bot.words import words
from corpus.companies import find_company
from corpus.report import Kind
from sandbox.problem import Verdict

SHORT_ANSWER = 8
"""Characters up to which an answer that cannot be scored is not unclear, but too short."""


class ScriptedInterviewer:
    """Speaks one interview.

    Args:
        language: zh or en.
        seed: Same seed, same phrases.
    """

    def __init__(self, language: Language, seed: int) -> None:
        self.language: Language = language
        self.phrases = Phrasebook(language, seed)
        self._speech = Speech(self.phrases, {})

    def utter(self, scene: Scene) -> Iterator[Utterance]:
        """The utterance for a scene's step, in one piece."""
        yield self.word(scene)

    def word(self, scene: Scene) -> Utterance:
        """The utterance for a scene's step: at most one question, never a score or an unasked key point."""
        self._speech = Speech(self.phrases, scene.state.phrases, scene.state.plan.manner)
        return self._worded(scene).model_copy(update={"phrases": self._speech.picked})

    def _worded(self, scene: Scene) -> Utterance:
        match scene.step.move:
            case Move.ASK | Move.FOLLOW_UP | Move.HAND_OVER_CODE | Move.INVITE_QUESTIONS:
                return self._next(scene)
            case Move.PROBE | Move.CHALLENGE:
                return self._probe(scene)
            case Move.REPEAT:
                return self._repeat(scene)
            case Move.RETURN:
                return self._return(scene)
            case Move.HINT:
                return self._hint(scene)
            case Move.CLARIFY:
                return self._clarify(scene)
            case Move.MODEL_ANSWER:
                return self._model_answer(scene)
            case Move.DISCUSS_VERDICT:
                return self._discuss(scene)
            case Move.ANSWER_CANDIDATE:
                return self._answer_candidate(scene)
            case Move.CLOSE:
                last = scene.state.last
                remarked = isinstance(last, Answered) and last.intent is Intent.REMARK
                reply = self._pick(scene, "reply_to_remark") if remarked else ""
                return self._say(scene, reply, self._pick(scene, "close"), feedback=True)
            case Move.HAND_OUT:
                raise ValueError("papers are handed out by the proctor")

    def _pick(self, scene: Scene, key: str, **names: object) -> str:
        return self._speech.pick(key, **names)

    def _say(
        self,
        scene: Scene,
        *parts: str,
        criterion: str | None = None,
        problem: str | None = None,
        feedback: bool = False,
    ) -> Utterance:
        text = _joined(parts, self.language)
        told = feedback_on(scene, self._speech) if feedback and scene.state.mode == "practice" else None
        return Utterance(text=text, criterion=criterion, problem=problem, feedback=told)

    # ---- moving on ---------------------------------------------------------------------------------------

    def _next(self, scene: Scene) -> Utterance:
        opening = "" if scene.state.main >= 0 else self._greeting(scene)
        if scene.step.move is Move.INVITE_QUESTIONS:
            hurry = self._pick(scene, "out_of_time") if is_out_of_time(scene.state) else ""
            return self._say(scene, hurry, self._pick(scene, "invite_questions"), feedback=True)
        return self._say(
            scene,
            opening or self._passed(scene) or self._acknowledge(scene),
            self._transition(scene),
            self._question_text(scene),
            problem=scene.problem.slug if scene.problem else None,
            feedback=True,
        )

    def _greeting(self, scene: Scene) -> str:
        plan = scene.state.plan
        known = find_company(plan.company)
        return self._pick(
            scene,
            "greeting_unnamed" if known is not None and known.status == "unnamed_reports" else "greeting",
            company=self._company(plan.company),
            round=self._round(plan.round),
            minutes=plan.minutes or MINUTES_PER_QUESTION * len(plan.questions),
        )

    def _company(self, name: str) -> str:
        known = find_company(name)
        return known.name_en if known is not None and self.language == "en" else name

    def _round(self, name: str) -> str:
        key = f"round_{name}"
        return self.phrases.pick(key) if key in self.phrases else name

    def _passed(self, scene: Scene) -> str:
        """The verdict on code that was accepted, where the next question goes on from it at once."""
        last = scene.state.last
        if not isinstance(last, Submitted):
            return ""
        return self._pick(scene, "verdict_passed", passed=last.result.passed, total=last.result.total)

    def _acknowledge(self, scene: Scene) -> str:
        question, last, left = scene.step.question, scene.state.last, scene.state.current
        mains = (*scene.state.plan.questions, *scene.state.plan.reserve)
        # What takes leave of a subject would be wrong before the report's next question on it.
        key = "acknowledge_leaving" if question in mains else "acknowledge"
        if isinstance(last, Answered):
            tells_of_oneself = left is not None and left.kind in _ON_ONESELF
            by_intent = {
                Intent.DONT_KNOW: "acknowledge_nothing_to_tell" if tells_of_oneself else "acknowledge_dont_know",
                Intent.SKIP: "acknowledge_skip",
                Intent.EMPTY: "acknowledge_nothing",
            }
            key = by_intent.get(last.intent, key)
        return self._pick(scene, key)

    def _transition(self, scene: Scene) -> str:
        """A word on where the interview goes, when the kind of question changes."""
        question = scene.step.question
        # Follow-ups may be of any kind and do not change the subject.
        asked = scene.state.plan.questions[: scene.state.main + 1]
        previous = asked[-1] if asked else None
        if question is None or scene.step.move is Move.FOLLOW_UP:
            return ""
        if question.builds_on is not None:
            return self._pick(scene, "to_variant")
        if scene.problem is not None:
            return self._pick(scene, "to_more_code" if previous is not None and previous.problem else "to_coding")
        if question.taken_up_from is not None and scene.rubric is not None:
            topic = scene.rubric.title.in_language(self.language)
            return self._pick(scene, "taken_up", round=self._round(question.taken_up_from), topic=topic)
        if previous is not None and previous.kind is question.kind:
            return ""
        key = "project_first" if question.kind is Kind.RESUME_PROJECT else f"to_{question.kind.value}"
        return "" if question.kind in (Kind.SELF_INTRO, Kind.BRAIN_TEASER, Kind.CODING) else self._pick(scene, key)

    def _question_text(self, scene: Scene) -> str:
        question = scene.step.question
        if question is None:
            return ""
        if scene.step.move is Move.HAND_OVER_CODE:
            return f"{question.said}\n\n{self._pick(scene, 'how_to_code')}"
        return question.said

    # ---- staying with the question -----------------------------------------------------------------------

    def _repeat(self, scene: Scene) -> Utterance:
        """What the candidate was asked last, which may be a probe or a question on judged code."""
        if scene.step.question is None:
            return self._say(scene, self._pick(scene, "invite_questions"))
        goes_back = isinstance(scene.state.last, Answered) and scene.state.last.intent is Intent.GO_BACK
        refusal = "cannot_go_back" if len(scene.state.asked) > 1 else "nothing_before"
        lead = self._pick(scene, refusal if goes_back else "repeat")
        return self._say(scene, lead, self._asked_last(scene))

    def _return(self, scene: Scene) -> Utterance:
        """To the question before, or from it to the one that was left for it."""
        question, left = scene.step.question, scene.state.suspended
        if question is None:
            raise ValueError("there is no question to return to")
        if left is None:
            return self._say(scene, self._pick(scene, "go_back"), question.said)
        as_left = scene.model_copy(update={"state": resumed(scene.state)})
        on_code = left.awaiting == "code" and scene.problem is not None
        problem = scene.problem.slug if on_code and scene.problem is not None else None
        lead = self._pick(scene, "come_back")
        return self._say(scene, lead, self._asked_last(as_left), problem=problem, feedback=True)

    def _asked_last(self, scene: Scene) -> str:
        if scene.step.question is None:
            return ""
        if scene.state.reconciling:
            return next(e.text for e in reversed(scene.history) if isinstance(e, Said) and e.mismatch)
        if scene.state.awaiting == "code" and scene.problem is not None:
            # The statement stands beside the editor; nobody reads it out who was not asked to.
            wanted = isinstance(scene.state.last, Answered) and scene.state.last.intent is Intent.REPEAT
            return scene.problem.own_statement(self.language) if wanted else scene.step.question.said
        if scene.state.awaiting == "afterthought" and scene.step.question.problem is not None:
            return next(
                event.text
                for event in reversed(scene.history)
                if isinstance(event, Said) and event.move is Move.DISCUSS_VERDICT
            )
        probed = criterion_of(scene.rubric, scene.state.probed[-1]) if scene.state.probed else None
        return probed.probe.in_language(self.language) if probed else scene.step.question.said

    def _probe(self, scene: Scene) -> Utterance:
        if scene.step.mismatch is not None:
            return self._say(scene, self._which_is_right(scene, scene.step.mismatch))
        if scene.step.criterion in (DRILL_NUMBER, DRILL_ANSWER):
            return self._say(scene, self._asks_for_number(scene), criterion=scene.step.criterion)
        criterion = criterion_of(scene.rubric, scene.step.criterion)
        if criterion is None:  # the card changed since the interview began
            return self._repeat(scene)
        score = scene.state.scores.get(scene.step.question.id) if scene.step.question else None
        quote = _quote(score, criterion.id)
        if scene.step.move is Move.CHALLENGE and quote:
            lead = self._pick(scene, "challenge", quote=quote)
        else:
            lead = self._pick(scene, "probe")
        return self._say(scene, lead, criterion.probe.in_language(self.language), criterion=criterion.id)

    def _which_is_right(self, scene: Scene, mismatch: Mismatch) -> str:
        key = f"mismatch_{mismatch.about}"
        place = "said_in_cv" if mismatch.earlier.turn is None else "said_before"
        earlier = words(place, self.language, quote=mismatch.earlier.quote)
        return self._pick(
            scene, key if key in self.phrases else "mismatch", later=mismatch.later.quote, earlier=earlier
        )

    def _asks_for_number(self, scene: Scene) -> str:
        """After an answer to a drill that was wrong, or no number."""
        score = scene.state.scores.get(scene.step.question.id) if scene.step.question else None
        said = next((c for c in score.criteria if c.criterion == DRILL_ANSWER), None) if score else None
        if said is None or said.evidence is None:
            return self._pick(scene, "drill_no_number")
        return said.reason or self._pick(scene, "drill_wrong", quote=said.evidence)

    def _hint(self, scene: Scene) -> Utterance:
        if scene.step.criterion == DRILL_ANSWER and scene.step.question is not None:
            worked = worked_out(scene.step.question, self.language)
            if worked is None:
                return self._say(scene, self._pick(scene, "no_hint"))
            return self._say(scene, self._pick(scene, "hint"), worked.first_step, criterion=DRILL_ANSWER)
        if scene.state.awaiting == "code" and scene.problem is not None:
            given = len(scene.state.hinted)
            if given < len(scene.problem.hints):
                hint = scene.problem.hints[given].in_language(self.language)
                return self._say(scene, self._pick(scene, "hint"), hint, problem=scene.problem.slug)
            return self._say(scene, self._pick(scene, "no_hint"))
        criterion = criterion_of(scene.rubric, scene.step.criterion)
        if criterion is None and scene.rubric is not None:
            fresh = [c for c in scene.rubric.criteria if c.id not in scene.state.hinted]
            criterion = max(fresh, key=lambda c: c.weight, default=None)
        if criterion is None:
            return self._say(scene, self._pick(scene, "no_hint"))
        text = criterion.hint.in_language(self.language)
        return self._say(scene, self._pick(scene, "hint"), text, criterion=criterion.id)

    def _clarify(self, scene: Scene) -> Utterance:
        last = scene.state.last
        lead = self._pick(scene, self._unclear(scene))
        if isinstance(last, Answered) and last.intent in (Intent.ABUSE, Intent.OFF_TOPIC):
            return self._say(scene, lead, self._asked_last(scene))
        return self._say(scene, lead)

    def _unclear(self, scene: Scene) -> str:
        last = scene.state.last
        if isinstance(last, Answered) and last.intent is Intent.EMPTY:
            return "clarify_empty"
        if isinstance(last, Answered) and last.intent is Intent.MODEL_ANSWER:
            return "clarify_no_answer_key"
        if isinstance(last, Answered) and last.intent is Intent.HINT:
            return "no_hint"
        if isinstance(last, Answered) and last.intent is Intent.PAUSE:
            return "pause" if scene.state.pauses < MOST_PAUSES else "pause_over"
        if isinstance(last, Answered) and last.intent in (Intent.ABUSE, Intent.OFF_TOPIC):
            return last.intent.value
        if scene.state.awaiting == "code":
            score = scene.state.scores.get(scene.step.question.id) if scene.step.question else None
            has_idea = score is not None and any(each.evidence for each in score.criteria)
            return "clarify_code" if has_idea else "clarify_no_code"
        return "clarify_short" if len(scene.answer.strip()) <= SHORT_ANSWER else "clarify_unclear"

    def _model_answer(self, scene: Scene) -> Utterance:
        recorded = scene.step.question.reference if scene.step.question else ""
        worked = worked_out(scene.step.question, self.language) if scene.step.question else None
        if worked is not None:
            return self._say(scene, self._pick(scene, "model_answer", answer=worked.working))
        if scene.rubric is None and recorded:
            return self._say(scene, self._pick(scene, "recorded_answer", answer=recorded.replace("\n", "\n> ")))
        if scene.rubric is None or scene.rubric.dimension.value not in _WITH_MODEL_ANSWER:
            return self._say(scene, self._pick(scene, "no_model_answer"))
        answer = scene.rubric.model_answer.in_language(self.language)
        return self._say(scene, self._pick(scene, "model_answer", answer=answer))

    # ---- code --------------------------------------------------------------------------------------------

    def _discuss(self, scene: Scene) -> Utterance:
        if not isinstance(scene.state.last, Submitted):
            raise ValueError("there is no submission to talk about")
        result = scene.state.last.result
        count = {"passed": result.passed, "total": result.total}
        if result.verdict is Verdict.ACCEPTED:
            return self._say(scene, self._passed(scene), self._pick(scene, "after_accepted"))
        if result.verdict is Verdict.INTERNAL_ERROR:
            key = "judge_failed" if can_retry(scene.state, result) else "judge_failed_again"
            problem = scene.state.last.slug if can_retry(scene.state, result) else None
            return self._say(scene, self._pick(scene, key), problem=problem)
        verdict = words(f"verdict_{result.verdict.value}", self.language)
        lead = self._pick(scene, "verdict_failed", verdict=verdict, **count)
        # The judge's message has lines of its own: inputs, and what was expected of them.
        told = f"{lead}\n\n{result.message}\n\n" if result.message else lead
        if can_retry(scene.state, result):
            return self._say(scene, told, self._pick(scene, "try_again"), problem=scene.state.last.slug)
        return self._say(scene, told, self._pick(scene, "after_refused"))

    # ---- the candidate's own questions -------------------------------------------------------------------

    def _answer_candidate(self, scene: Scene) -> Utterance:
        fact = closest_fact(scene.answer, scene.state.plan.facts)
        if fact is None:
            reply = self._pick(scene, "answer_unknown")
        else:
            text = fact.text_en if self.language == "en" and fact.text_en else fact.text
            key = "answer_known" if fact.asked else "answer_reported"
            reply = self._pick(scene, key, fact=text, source="、".join(str(s) for s in fact.source))
        is_last = scene.state.candidate_questions + 1 >= MOST_CANDIDATE_QUESTIONS
        return self._say(scene, reply, self._pick(scene, "time_is_up" if is_last else "anything_else"))


_ON_ONESELF = frozenset({Kind.SELF_INTRO, Kind.RESUME_PROJECT, Kind.HR})
"""Kinds of which nobody can read up the answer."""
_WITH_MODEL_ANSWER = frozenset({"fundamentals", "problem_analysis", "deployment"})
"""Dimensions whose cards have an answer that is right for everybody."""


def _quote(score: QuestionScore | None, criterion: str) -> str | None:
    return next((c.evidence for c in score.criteria if c.criterion == criterion), None) if score else None


def _joined(parts: Sequence[str], language: Language) -> str:
    text = ""
    for part in filter(None, parts):
        blank = " " if language == "en" and text and not text.endswith("\n") else ""
        text += f"{blank}{part}"
    return text
