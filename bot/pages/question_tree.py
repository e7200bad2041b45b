"""Questions of the reports as HTML: one with kind and source, or a round with follow-ups indented below."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.pages.markup import asked_where, badge, bullets, element, inert, link, sources
from bot.pages.persona_card import remark_line
from bot.pages.texts import company_name, round_name, text
from bot.schema import Language
from corpus.report import Question, Remark, Round


def round_section(section: Round, problems: Collection[str], language: Language, wanted: str = "") -> str:
    """One round of one report, in the order asked.

    Args:
        problems: Slugs of the problems that the judge has.
        wanted: Id of the question that the reader came for.
    """
    children: dict[str | None, list[Question]] = {}
    known = {question.id for question in section.questions}
    for question in section.questions:
        children.setdefault(question.follows if question.follows in known else None, []).append(question)

    def branch(parent: str | None) -> str:
        items = "".join(
            element("li", question_item(question, problems, language, wanted=wanted) + branch(question.id))
            for question in children.get(parent, [])
        )
        return element("ol", items, "chain") if items else ""

    title = inert(company_name(section.company, language)) + " "
    heading = (
        element("h2", title + badge(round_name(section.name, language), "round"))
        + element("span", inert(section.date or text("no_date", language)), "quiet")
        + element("span", inert(text("company_line", language, questions=len(section.questions))), "quiet")
    )
    remarks = remark_list(section.remarks, language)
    return element("section", element("div", heading, "round-head") + remarks + branch(None), "card round-section")


def remark_list(remarks: Iterable[Remark], language: Language) -> str:
    """Remarks, each with what it is about and where it was read."""
    return bullets(
        (
            badge(text(f"about_{remark.about}", language), "neutral") + remark_line(remark, language)
            for remark in remarks
        ),
        "remarks",
    )


def question_item(
    question: Question,
    problems: Collection[str],
    language: Language,
    *,
    wanted: str = "",
    placed: bool = False,
) -> str:
    """One question.

    Args:
        placed: Whether company, round and date stand beside the source, as in a list of hits.
    """
    shown = (question.text_en if language == "en" else "") or question.text
    marks = badge(text(f"kind_{question.kind.value}", language), "kind")
    if question.problem is not None and question.problem in problems:
        label = text("has_problem", language, slug=question.problem)
        marks += link(label, "problem", language, "badge good", slug=question.problem)
    where = (
        asked_where(question.company, question.round, question.date, question.source, language)
        if placed
        else " · ".join(part for part in (question.date or "", sources(question.source)) if part)
    )
    answers = "".join(
        element("p", badge(text(f"answer_{answer.by}", language), "neutral") + " " + inert(answer.text))
        for answer in question.answers
    )
    notes = "".join(element("p", badge(text("note", language), "neutral") + " " + inert(n)) for n in question.notes)
    told = ""
    if answers or notes:
        summary = element("summary", inert(text("what_report_says", language)))
        told = element("details", summary + answers + notes)
    kind = "question-item wanted" if question.id == wanted else "question-item"
    return element(
        "div",
        element("div", inert(shown), "text") + element("div", marks + element("span", inert(where), "cited")) + told,
        kind,
        id=question.id,
    )
