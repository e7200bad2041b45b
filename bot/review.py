"""Reading a stored interview again: as data for the terminal and the page, and as a document to keep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from bot.agreement import Agreement
from bot.data import Data
from bot.planned import PlannedQuestion
from bot.schema import (
    Answered,
    AnyEvent,
    Language,
    PeoplesView,
    PersonVerdict,
    QuestionScore,
    Said,
    Scorecard,
    Scored,
    ScoredQuestion,
    Speaking,
    Started,
    Submitted,
    Tokens,
)
from bot.state import every_question_of
from bot.words import words
from sandbox.problem import CodeLanguage, JudgeResult


class Submission(Data):
    """Code that was handed in, with its verdict."""

    slug: str
    code: str
    code_language: CodeLanguage = "python"
    result: JudgeResult


class ReviewedTurn(Data):
    """One utterance, or one submission, with what it was about and what it was worth."""

    turn: int
    speaker: str
    """interviewer or candidate."""
    move: str | None
    text: str
    question: PlannedQuestion | None = None
    submission: Submission | None = None
    scores: QuestionScore | None = None
    feedback: str | None = None
    notice: str | None = None
    tokens: Tokens | None = None
    """What the endpoint was paid for this turn."""


class ReviewedInterview(Data):
    """One interview, whole."""

    id: str
    company: str
    round: str
    language: Language
    mode: str
    started: str
    state: str
    turns: tuple[ReviewedTurn, ...]
    scorecard: Scorecard
    tokens: Tokens | None = None
    """What the endpoint was paid in all; None where it was not asked."""


def reviewed(interview_id: str, events: Sequence[AnyEvent], scorecard: Scorecard) -> ReviewedInterview:
    """An interview's turns in order, each with its scores.

    What was shown of an utterance that a kill cut off stays, as an utterance of its own.
    """
    started = next(event for event in events if isinstance(event, Started))
    by_id = {question.id: question for question in every_question_of(started.plan)}
    turns: list[ReviewedTurn] = []
    cut_off: Speaking | None = None
    for event in events:
        match event:
            case Speaking():
                if cut_off is not None and not event.text.startswith(cut_off.text):
                    turns.append(_cut_off(cut_off, started.language))
                cut_off = event
            case Said():
                if cut_off is not None and not event.text.startswith(cut_off.text):
                    turns.append(_cut_off(cut_off, started.language))
                cut_off = None
                turns.append(
                    ReviewedTurn(
                        turn=event.turn,
                        speaker="interviewer",
                        move=event.move.value,
                        text=event.text,
                        question=by_id.get(event.question or ""),
                        feedback=event.feedback,
                        notice=event.notice,
                        tokens=event.tokens,
                    )
                )
            case Answered():
                turns.append(
                    ReviewedTurn(turn=event.turn, speaker="candidate", move=event.intent.value, text=event.text)
                )
            case Submitted():
                submission = Submission(
                    slug=event.slug, code=event.code, code_language=event.code_language, result=event.result
                )
                turns.append(
                    ReviewedTurn(
                        turn=event.turn,
                        speaker="candidate",
                        move="submit",
                        text=event.code,
                        submission=submission,
                    )
                )
            case Scored():
                turns[-1] = turns[-1].model_copy(update={"scores": event.score, "tokens": event.tokens})
            case _:
                pass
    if cut_off is not None:
        turns.append(_cut_off(cut_off, started.language))
    paid = [each.tokens for each in turns if each.tokens is not None]
    return ReviewedInterview(
        id=interview_id,
        company=started.plan.company,
        round=started.plan.round,
        language=started.language,
        mode=started.mode,
        started=started.at.isoformat(),
        state="finished" if any(event.type == "finished" for event in events) else "unfinished",
        turns=tuple(turns),
        scorecard=scorecard,
        tokens=sum(paid, start=Tokens()) if paid else None,
    )


def _cut_off(speaking: Speaking, language: Language) -> ReviewedTurn:
    text = f"{speaking.text}{words('interrupted', language)}"
    return ReviewedTurn(turn=speaking.turn, speaker="interviewer", move=None, text=text)


def question_json(question: PlannedQuestion) -> dict[str, Any]:
    """A question with its source, as the commands print it."""
    return {
        "id": question.id,
        "text": question.said,
        "company": question.company,
        "round": question.round,
        "date": question.date,
        "borrowed": question.borrowed,
        "source": [source.model_dump() for source in question.source],
    }


def as_json(interview: ReviewedInterview) -> dict[str, Any]:
    """What `mianjing review ID --json` prints."""
    document = interview.model_dump(mode="json")
    for turn, printed in zip(interview.turns, document["turns"], strict=True):
        printed["question"] = question_json(turn.question) if turn.question else None
    return document


def citation(question: PlannedQuestion | ScoredQuestion, language: Language) -> str:
    """One line saying who asked a question, when, and where that is written."""
    parts = [
        question.company,
        question.round,
        question.date or "",
        "、".join(str(s) for s in question.source),
    ]
    line = " · ".join(part for part in parts if part)
    if isinstance(question, PlannedQuestion) and question.borrowed:
        line += f" · {words('borrowed', language)}"
    return line


def as_markdown(interview: ReviewedInterview) -> str:
    """The interview as a document: Scorecard first, then every word."""
    language = interview.language
    lines = [f"# {interview.company} {interview.round} · {interview.started[:10]}", ""]
    lines += scorecard_markdown(interview.scorecard, language)
    if interview.tokens is not None:
        lines += [words("tokens_interview", language, tokens=tokens_line(interview.tokens, language)), ""]
    lines += [f"## {words('transcript', language)}", ""]
    for turn in interview.turns:
        lines += _turn_markdown(turn, language)
    return "\n".join(lines).rstrip() + "\n"


def scorecard_markdown(card: Scorecard, language: Language) -> list[str]:
    """The Scorecard as lines of Markdown. What candidates said is quoted with its markup escaped."""

    def say(key: str, **names: object) -> str:
        return words(key, language, **names)

    counts = card.counts
    lines = [
        f"## {say('scorecard')}",
        "",
        f"**{say('recommendation')}: {say(card.recommendation.value)}**",
        "",
        say("overall_none") if card.fraction is None else say("overall_line", percent=round(card.fraction * 100)),
        "",
        *([f"**{plain(people_line(card.people, language))}**", ""] if card.people else []),
        say(
            "coverage_line",
            planned=counts.planned,
            asked=counts.asked,
            scored=counts.scored,
            percent=round(card.coverage * 100),
        ),
        "",
        *(f"- {plain(reason)}" for reason in card.reasons),
        "",
        f"### {say('dimensions')}",
        "",
        f"| {say('dimension')} | {say('level')} | {say('why')} |",
        "|---|---|---|",
    ]
    for dimension in card.dimensions:
        level = (
            "—"
            if dimension.level is None
            else f"{dimension.level} ({dimension.band[0]}–{dimension.band[1]})"
            if dimension.band
            else str(dimension.level)
        )
        lines.append(f"| {dimension.title or dimension.dimension} | {level} | {plain(dimension.reason)} |")
    lines += ["", f"### {say('questions')}", ""]
    for question in card.questions:
        worth = say("not_scored") if question.fraction is None else f"{round(question.fraction * 100)}%"
        by_people = f" → **{plain(worth_by_people(question, language))}**" if differs(question) else ""
        hints = f" ({say('hints_taken', count=question.hints)})" if question.hints else ""
        lines.append(f"- **{worth}**{by_people} {plain(question.text)}{hints}  ")
        lines.append(f"  {say('source')}: {plain(citation(question, language))}")
        if question.unscored:
            lines.append(f"  - {say('not_scored')}: {plain(question.unscored)}")
        lines += [f"  - {plain(told)}" for told in scored_by(question, language)]
        for criterion in question.criteria:
            quote = f" — {say('evidence')}: “{plain(criterion.evidence)}”" if criterion.evidence else ""
            lines.append(f"  - {say(criterion.verdict)}: {plain(criterion.point or criterion.criterion)}{quote}")
            person = person_on(question, criterion.criterion)
            if person is not None:
                note = f" — {plain(person.note)}" if person.note else ""
                lines.append(f"    - **{plain(person_line(person, language))}**{note}")
    if card.problems:
        lines += ["", f"### {say('problems')}", ""]
        for problem in card.problems:
            verdict = say(f"verdict_{problem.verdict}") if problem.verdict else say("not_scored")
            if problem.gave_up or problem.blank:
                verdict = say("verdict_none" if problem.gave_up else "verdict_blank")
            attempts = say("attempts", count=problem.attempts)
            if problem.hints:
                attempts += ", " + say("hints_taken", count=problem.hints)
            lines.append(f"- `{problem.slug}`: {verdict} {problem.passed}/{problem.total}, {attempts}")
    if card.strengths:
        lines += ["", f"### {say('strengths')}", "", *(f"> {plain(quote)}\n" for quote in card.strengths)]
    if card.study:
        lines += ["", f"### {say('study')}", ""]
        for number, item in enumerate(card.study, start=1):
            lines.append(f"{number}. **{plain(item.topic)}** — {plain(item.why)}")
            if item.companies:
                by = say("asked_by_companies", companies="、".join(item.companies))
                lines.append(f"   - {plain(by)}")
    return [*lines, ""]


def person_on(question: ScoredQuestion, criterion: str) -> PersonVerdict | None:
    """What a person holds a criterion to be, where one looked at it."""
    return next((each for each in question.people if each.criterion == criterion), None)


def person_line(person: PersonVerdict, language: Language) -> str:
    """A person's verdict in words, with the scorer's where they differ."""
    key = "person_confirmed" if person.verdict == person.scorer else "person_overruled"
    return words(key, language, verdict=words(person.verdict, language), scorer=words(person.scorer, language))


def scored_by(question: ScoredQuestion, language: Language) -> list[str]:
    """Who scored a question, where a model did or should have; nothing where only the lexical scorer could."""
    told = [question.fallback] if question.fallback else []
    if question.by_rules is not None:
        told.append(words("scored_by_llm", language, percent=round(question.by_rules * 100)))
    if question.scorers_differ:
        told.append(words("scorers_differ", language))
    return told


def tokens_line(tokens: Tokens, language: Language) -> str:
    """An amount in words, said to be an estimate where it is one, with what it cost where prices are set."""
    told = words("tokens_estimated" if tokens.estimated else "tokens", language, total=f"{tokens.total:,}")
    if tokens.cost is None:
        return told
    cost = f"{tokens.cost:,.2f}" if tokens.cost >= 1 else f"{tokens.cost:.4f}"
    return words("tokens_cost", language, tokens=told, cost=cost, currency=tokens.currency)


def differs(question: ScoredQuestion) -> bool:
    """Whether a person is of another opinion than the scorer on a question."""
    return any(each.verdict != each.scorer for each in question.people)


def worth_by_people(question: ScoredQuestion, language: Language) -> str:
    """What a question is worth by people's verdicts."""
    return _by_people(question.fraction_by_people, language)


def people_line(people: PeoplesView, language: Language) -> str:
    """What the Scorecard comes to by people's verdicts."""
    return words(
        "people_line",
        language,
        looked_at=people.looked_at,
        overruled=people.overruled,
        worth=_by_people(people.fraction, language),
        recommendation=words(people.recommendation.value, language),
    )


def kappa_line(found: Agreement, language: Language) -> str:
    """Cohen's kappa in words; why there is none, where it is undefined."""
    if found.kappa is None:
        return words("kappa_none" if found.items else "agreement_none", language)
    return words("kappa", language, kappa=f"{found.kappa:.2f}")


def _by_people(fraction: float | None, language: Language) -> str:
    if fraction is None:
        return words("person_unscored", language)
    return words("person_percent", language, percent=round(fraction * 100))


def _turn_markdown(turn: ReviewedTurn, language: Language) -> list[str]:
    lines = [f"**{turn.turn}. {words(turn.speaker, language)}**", ""]
    if turn.submission is not None:
        result = turn.submission.result
        lines += [*fenced(turn.submission.code, turn.submission.code_language), ""]
        lines += [f"{words('verdict_' + result.verdict.value, language)} {result.passed}/{result.total}", ""]
    else:
        lines += [plain(turn.text), ""]
    if turn.question is not None:
        lines += [f"*{words('source', language)}: {plain(citation(turn.question, language))}*", ""]
    return lines


def plain(text: str) -> str:
    """Text that Markdown and HTML show as it is: what candidates, reports and models write is hostile.

    It becomes one line of Markdown, so only its beginning could open a block.
    """
    escaped = _INLINE_MARKS.sub(r"\\\g<0>", escape(text.lstrip(), quote=False))
    # A digit cannot be escaped with a backslash; the dot behind it can.
    opened = _BLOCK_MARK.sub(lambda mark: f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}", escaped)
    return "<br>".join(opened.splitlines())


_INLINE_MARKS = re.compile(r"[\\`*_\[\]|#~$]")
_BLOCK_MARK = re.compile(r"^[-+=]|^\d{1,9}(?=[.)])")


def fenced(code: str, language: CodeLanguage) -> list[str]:
    """Code as a fenced block whose fence is longer than any in the code."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}{language}", *code.rstrip().splitlines(), fence]


def as_html(interview: ReviewedInterview) -> str:
    """The Markdown document as one self-contained page."""
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark", {"html": True}).enable("table").render(as_markdown(interview))
    title = escape(f"{interview.company} {interview.round}")
    return (
        f'<!doctype html><html lang="{interview.language}"><meta charset="utf-8"><title>{title}</title>'
        "<style>body{max-width:48rem;margin:2rem auto;padding:0 1rem;"
        "font:16px/1.6 'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif}"
        "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3rem .6rem}"
        f"pre{{background:#f6f6f6;padding:1rem;overflow:auto}}</style><body>{body}</body></html>\n"
    )
