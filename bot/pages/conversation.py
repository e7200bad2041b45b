"""An interview's turns as bubbles: who spoke, what was said, a question's source, how code was judged."""

from __future__ import annotations

from collections.abc import Iterable

from bot.pages.markup import badge, cited, element, inert, prose
from bot.pages.texts import text
from bot.review import ReviewedTurn, Submission
from bot.schema import Language, Move
from bot.words import words
from sandbox.problem import JudgeResult, Verdict

CITED_MOVES = frozenset({Move.ASK, Move.FOLLOW_UP, Move.HAND_OVER_CODE, Move.HAND_OUT})
"""Moves that put a question of the reports; other turns only talk about one."""


def conversation(turns: Iterable[ReviewedTurn], language: Language, *unrecorded: str) -> str:
    """All turns so far, and bubbles for what is not recorded yet."""
    return "".join([*(turn_bubble(turn, language) for turn in turns), *unrecorded])


def turn_bubble(turn: ReviewedTurn, language: Language, said: str | None = None, beside: str = "") -> str:
    """One turn.

    Args:
        said: What was said as HTML, where it is more than the plain words.
        beside: HTML that follows the bubble.
    """
    if turn.submission is not None:
        return _bubble("candidate", submitted(turn.submission, language) + beside, language, turn.turn)
    if turn.speaker == "candidate":
        shown = said or inert(turn.text) or element("em", inert(text("said_nothing", language)))
        return _bubble("candidate", element("div", shown, "said plain") + beside, language, turn.turn)
    before = element("div", prose(turn.feedback), "feedback", role="note") if turn.feedback else ""
    notice = element("div", inert(turn.notice), "notice", role="status") if turn.notice else ""
    source = cited(turn.question, language) if turn.question and turn.move in CITED_MOVES else ""
    spoken = element("div", prose(turn.text), "said")
    feedback = before and element("div", inert(text("feedback_title", language)), "feedback-title") + before
    aside = element("aside", feedback, "feedback-block") if feedback else ""
    return aside + notice + _bubble("interviewer", spoken + source + beside, language, turn.turn)


def pending(said: str, language: Language) -> str:
    """What the candidate has just sent and is being written down."""
    return _bubble("candidate", element("div", inert(said), "said plain"), language)


def pending_code(code: str, language: Language) -> str:
    """Code that is being judged."""
    shown = element("pre", element("code", inert(code.rstrip())))
    return _bubble("candidate", shown + element("p", inert(text("judging", language)), "quiet"), language)


def thinking(language: Language) -> str:
    """Stands for the interviewer until the first words come."""
    dots = element("span", "", "dots", role="status", **{"aria-label": text("thinking", language)})
    return _bubble("interviewer", element("div", dots, "said"), language)


def speaking(so_far: str, language: Language) -> str:
    """An utterance that is still growing."""
    return _bubble("interviewer", element("div", prose(so_far), "said growing"), language)


def _bubble(speaker: str, content: str, language: Language, turn: int | None = None) -> str:
    name = element("div", inert(words(speaker, language)), "speaker")
    number = {} if turn is None else {"data-turn": str(turn)}
    return element("article", name + element("div", content, "bubble"), f"turn {speaker}", **number)


def submitted(submission: Submission, language: Language) -> str:
    """Handed-in code, folded away, with its verdict in sight."""
    code = element("pre", element("code", inert(submission.code.rstrip())))
    summary = element("summary", inert(text("submitted_code", language, slug=submission.slug)))
    return element("details", summary + code, "code") + judged(submission.result, language, opened=False)


def judged(result: JudgeResult, language: Language, *, samples: bool = False, opened: bool = True) -> str:
    """A verdict with what it rests on: cases, output and isolation.

    Args:
        samples: Whether only the samples ran, which counts for nothing.
        opened: Whether the cases of code that was not accepted are unfolded.
    """
    overall = badge(words(f"verdict_{result.verdict.value}", language), f"verdict {tone(result.verdict)}")
    count = text("cases_passed", language, passed=result.passed, total=result.total)
    head = f"{overall} {inert(count)}"
    if samples:
        head += " " + element("span", inert(text("samples_not_counted", language)), "quiet")
    parts = [element("div", head, "verdict-line")]
    if result.message and result.verdict is not Verdict.ACCEPTED:
        parts.append(element("pre", inert(result.message), "message"))
    if result.cases:
        summary = element("summary", inert(text("cases", language, count=len(result.cases))))
        unfolded = {"open": ""} if opened and (samples or result.verdict is not Verdict.ACCEPTED) else {}
        parts.append(element("details", summary + _cases(result, language), "cases", **unfolded))
    if result.printed:
        summary = element("summary", inert(text("printed", language)))
        parts.append(element("details", summary + element("pre", inert(result.printed)), "printed"))
    isolation = text("isolation", language, level=result.isolation, seconds=f"{result.seconds:.2f}")
    parts.append(element("div", inert(isolation), "quiet"))
    return element("div", "".join(parts), "judged")


def _cases(result: JudgeResult, language: Language) -> str:
    heads = "".join(
        element("th", inert(text(key, language)), scope="col")
        for key in ("case", "verdict", "case_seconds", "case_message")
    )
    rows = "".join(
        element(
            "tr",
            element("td", inert(case.name))
            + element("td", badge(words(f"verdict_{case.verdict.value}", language), f"verdict {tone(case.verdict)}"))
            + element("td", f"{case.seconds * 1000:.0f} ms", "number")
            + element("td", element("pre", inert(case.message)) if case.message else ""),
        )
        for case in result.cases
    )
    table = element("table", element("thead", element("tr", heads)) + element("tbody", rows))
    return element("div", table, "scrolls")


def tone(verdict: Verdict) -> str:
    """The colour a verdict is shown in; a broken judge is nobody's failure."""
    if verdict is Verdict.ACCEPTED:
        return "good"
    return "neutral" if verdict is Verdict.INTERNAL_ERROR else "bad"
