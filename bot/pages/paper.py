"""A written test on the page: its questions to choose from, the time left, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.interview import Interview
from bot.pages.conversation import tone
from bot.pages.markup import badge, element, inert
from bot.pages.scorecard import share_tone
from bot.pages.texts import text
from bot.schema import Language
from bot.words import words
from bot.written.agenda import is_done
from bot.written.clock import deadline
from bot.written.results import PaperLine, paper_lines
from bot.written.terminal import clock_face
from sandbox.problem import Verdict


def choices(interview: Interview, language: Language) -> list[tuple[str, str]]:
    """The paper's questions as shown and as the problem's slug, or the question's id: what drafts are kept by."""
    shown = []
    for number, question in enumerate(interview.started.plan.questions, start=1):
        problem = interview.services.problems.get(question.problem or "")
        title = problem.title.in_language(language) if problem else text("short_question", language)
        mark = " ✓" if is_done(interview.state, question) else ""
        shown.append((f"{number}. {title}{mark}", question.problem or question.id))
    return shown


def countdown(interview: Interview, language: Language) -> str:
    """The time left; behaviour.js lets it run, and says when it is over."""
    ends = deadline(interview.started)
    if ends is None or interview.is_over:
        return ""
    left = max(0, int((ends - datetime.now(UTC)).total_seconds()))
    label = inert(text("time_left", language))
    clock = element("strong", clock_face(left), "countdown", **{"data-left": str(left), "role": "timer"})
    return element("span", f"{label} {clock}", "time-left")


def results(lines: Iterable[PaperLine], language: Language) -> str:
    """Question by question: verdict, cases, minutes; nothing for a round that is no written test."""
    rows = "".join(_row(line, language) for line in lines)
    if not rows:
        return ""
    heads = "".join(
        element("th", inert(words(key, language)), scope="col")
        for key in ("paper_number", "paper_title", "paper_result", "paper_minutes")
    )
    table = element("table", element("thead", element("tr", heads)) + element("tbody", rows))
    heading = element("h3", inert(words("paper_results", language)))
    return element("section", heading + element("div", table, "scrolls"), "paper-results")


def results_of(interview: Interview, language: Language) -> str:
    """The results of a written test that is held here."""
    return results(
        paper_lines(interview.events, interview.scorecard(), interview.services.problems, language), language
    )


def _row(line: PaperLine, language: Language) -> str:
    if line.problem is None:
        result = (
            badge(words("not_scored", language), "neutral")
            if line.fraction is None
            else badge(f"{line.fraction:.0%}", f"percent {share_tone(line.fraction)}")
        )
    elif line.verdict is None:
        result = badge(words("verdict_blank", language), "neutral")
    else:
        verdict = badge(words(f"verdict_{line.verdict}", language), f"verdict {tone(Verdict(line.verdict))}")
        told = [text("cases_passed", language, passed=line.passed, total=line.total)]
        told.append(words("attempts", language, count=line.attempts))
        result = f"{verdict} {element('span', inert(' · '.join(told)), 'quiet')}"
    cells = (str(line.number), inert(line.title), result)
    minutes = element("td", f"{line.minutes:g}", "number")
    return element("tr", "".join(element("td", cell) for cell in cells) + minutes)
