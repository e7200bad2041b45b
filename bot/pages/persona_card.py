"""The card of a persona: what the reports hold of one company's round, and how its interviewers behave."""

from __future__ import annotations

from collections import Counter

from bot.pages.markup import badge, bullets, element, inert, link, sources
from bot.pages.texts import company_name, round_name, text
from bot.persona import build_persona
from bot.schema import Language
from corpus.companies import named_in_passing
from corpus.library import Library
from corpus.report import Kind, Remark

SHOWN = ("manner", "team", "outcome", "advice")
"""What remarks are about, in the order they are shown; plain notes stay in Corpus."""


def persona_card(library: Library, company: str, round_: str, language: Language, report: str | None = None) -> str:
    """Company, round, number of reported questions a kind, and what reports say, each with its source."""
    persona = build_persona(library, company, round_, report)
    counts = Counter(question.kind for question in persona.questions)
    dates = list(dict.fromkeys(question.date for question in persona.questions if question.date))
    most = max(counts.values(), default=1)
    bars = "".join(
        element(
            "li",
            element("span", inert(text(f"kind_{kind.value}", language)), "kind")
            + element("span", element("i", "", style=f"width:{counts[kind] / most:.0%}"), "bar")
            + element("span", str(counts[kind]), "number"),
        )
        for kind in (*persona.parts, Kind.REVERSE_QA)
        if counts[kind]
    )
    if persona.questions:
        told = text("persona_counts", language, questions=counts.total(), dates="、".join(dates) or "—")
    else:
        told = text("persona_only_named", language, round=round_name(round_, language))
    heading = element("h2", f"{inert(company_name(company, language))} {badge(round_name(round_, language), 'round')}")
    told_elsewhere = [
        Remark(about="note", text=named.text, text_en=named.text_en, source=named.source)
        for named in named_in_passing(company)
    ]
    manner, *others = (_remarks(about, [r for r in persona.remarks if r.about == about], language) for about in SHOWN)
    remarks = manner + (
        bullets((remark_line(r, language) for r in told_elsewhere), "remarks") if told_elsewhere else ""
    )
    if more_told := "".join(others):
        summary = element("summary", inert(text("persona_more_told", language)))
        remarks += element("details", summary + more_told)
    if not remarks:
        remarks = element("p", inert(text("persona_no_remarks", language)), "quiet")
    more = element("p", link(text("persona_more", language), "corpus", language, company=company, round=round_))
    return element(
        "div",
        heading + element("p", inert(told), "quiet") + element("ul", bars, "kinds") + remarks + more,
        "persona",
    )


def _remarks(about: str, remarks: list[Remark], language: Language) -> str:
    if not remarks:
        return ""
    return element("h4", inert(text(f"about_{about}", language))) + bullets(
        (remark_line(remark, language) for remark in remarks), "remarks"
    )


def remark_line(remark: Remark, language: Language) -> str:
    """A remark with the place it was read."""
    told = (remark.text_en if language == "en" else "") or remark.text
    source = element("span", inert(sources([remark.source])), "cited") if remark.source else ""
    return f"{inert(told)} {source}"
