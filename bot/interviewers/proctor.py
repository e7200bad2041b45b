"""The proctor of a written test: hands the paper out, acknowledges what is handed in, and helps with nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.interviewers.phrasebook import Phrasebook, Speech
from bot.interviewers.scene import Scene, Utterance
from bot.planned import Plan, PlannedQuestion
from bot.schema import Answered, Intent, Language, Move
from bot.words import words
from corpus.companies import find_company
from sandbox.problem import Problem, Verdict


class Proctor:
    """Speaks one written test; no model is asked for its words.

    Args:
        language: zh or en.
        seed: Same seed, same phrases.
        problems: Those that the judge has, by slug.
    """

    def __init__(self, language: Language, seed: int, problems: Mapping[str, Problem]) -> None:
        self.problems = problems
        self.language: Language = language
        self.phrases = Phrasebook(language, seed)
        self._speech = Speech(self.phrases, {})

    def utter(self, scene: Scene) -> Iterator[Utterance]:
        """The utterance for a scene's step, in one piece."""
        self._speech = Speech(self.phrases, scene.state.phrases)
        yield self._worded(scene).model_copy(update={"phrases": self._speech.picked})

    def _worded(self, scene: Scene) -> Utterance:
        slug = scene.problem.slug if scene.problem else None
        match scene.step.move:
            case Move.HAND_OUT:
                listed = self._contents(scene)
                return Utterance(text=f"{self._rules(scene)}\n\n{listed}\n\n{self._question(scene)}", problem=slug)
            case Move.ASK | Move.HAND_OVER_CODE:
                return Utterance(text=f"{self._received(scene)}{self._question(scene)}", problem=slug)
            case Move.DISCUSS_VERDICT:
                return Utterance(text=self._received(scene), problem=slug)
            case Move.REPEAT:
                statement = scene.problem.statement(self.language) if scene.problem else None
                said = scene.step.question.said if scene.step.question else ""
                return Utterance(text=statement or said)
            case Move.CLOSE:
                return Utterance(text=f"{self._received(scene)}{self._pick('paper_close')}")
            case _:
                return Utterance(text=self._pick(self._reminder(scene)))

    def _pick(self, key: str, **names: object) -> str:
        return self._speech.pick(key, **names)

    def _rules(self, scene: Scene) -> str:
        plan = scene.state.plan
        company = find_company(plan.company)
        if plan.paper is None:
            raise ValueError("a plan without a paper is no written test")
        source = plan.paper.source
        how_long = self._pick("paper_time_told", source=source) if source else self._pick("paper_time_usual")
        return "".join(
            (
                self._pick(
                    "paper_rules",
                    company=company.name_en if company is not None and self.language == "en" else plan.company,
                    count=len(plan.questions),
                    minutes=plan.paper.minutes,
                    how_long=how_long,
                ),
                self._borrowed(plan),
            )
        )

    def _borrowed(self, plan: Plan) -> str:
        borrowed = sum(question.borrowed for question in plan.questions)
        if borrowed == len(plan.questions):
            return self._pick("paper_all_borrowed")
        return self._pick("paper_borrowed", borrowed=borrowed) if borrowed else ""

    def _contents(self, scene: Scene) -> str:
        return "\n".join(
            f"{number}. {self._title(question)}" for number, question in enumerate(scene.state.plan.questions, start=1)
        )

    def _title(self, question: PlannedQuestion) -> str:
        problem = self.problems.get(question.problem or "")
        return problem.title.in_language(self.language) if problem is not None else question.said

    def _question(self, scene: Scene) -> str:
        question = scene.step.question
        if question is None:
            return ""
        heading = self._pick("paper_question", number=_number(scene, question))
        # The statement of a problem stands beside the editor.
        return f"{heading}{self._title(question)}"

    def _received(self, scene: Scene) -> str:
        last, current = scene.state.last, scene.state.current
        if current is None:
            return ""
        number = _number(scene, current)
        if isinstance(last, Answered):
            written_down = last.intent is Intent.ANSWER and scene.state.awaiting == "answer"
            return self._pick("paper_answered", number=number) if written_down else ""
        if last is None:
            return ""
        result = last.result
        if result.verdict is Verdict.INTERNAL_ERROR:
            return self._pick("paper_judge_failed", number=number)
        return self._pick(
            "paper_accepted" if result.verdict is Verdict.ACCEPTED else "paper_refused",
            number=number,
            passed=result.passed,
            total=result.total,
            verdict=words(f"verdict_{result.verdict.value}", self.language),
        )

    def _reminder(self, scene: Scene) -> str:
        last = scene.state.last
        intent = last.intent if isinstance(last, Answered) else None
        if intent in (Intent.SKIP, Intent.DONT_KNOW):
            return "paper_no_more"
        if intent in (Intent.HINT, Intent.MODEL_ANSWER):
            return "paper_no_help"
        return "paper_write_code" if scene.state.awaiting == "code" and intent is Intent.ANSWER else "paper_what_now"


def _number(scene: Scene, question: PlannedQuestion) -> int:
    return scene.state.plan.questions.index(question) + 1
