"""The card of a persona: what the reports hold of one company's round, and how its interviewers behave."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import get_args

from bot.pages.markup import badge, bullets, element, inert, link, sources
from bot.pages.texts import company_name, round_name, text
from bot.persona import Persona, build_persona
from bot.planned import Fact
from bot.portrait import Lender, Portrait, portray
from bot.schema import Language
from corpus.companies import named_in_passing
from corpus.library import Library
from corpus.report import Remark

MORE = ("outcome", "advice")
"""What remarks under the fold are about; plain notes stay in Corpus."""
_COMMA: dict[Language, str] = {"zh": "、", "en": ", "}
_SEPARATOR: dict[Language, str] = {"zh": "；", "en": "; "}


def persona_card(
    library: Library,
    problems: Collection[str],
    company: str,
    round_: str,
    language: Language,
    report: str | None = None,
) -> str:
    """What a candidate can know before the interview starts: parts, coding, length, manner and team, each with its
    source, and what has to be borrowed.

    Args:
        problems: Slugs of the coding problems that the judge has.
        report: File of the one report to play, where several cover the round.
    """
    persona = build_persona(library, company, round_, report)
    portrait = portray(persona, library, problems)
    heading = element("h2", f"{inert(company_name(company, language))} {badge(round_name(round_, language), 'round')}")
    named = [
        Remark(about="note", text=each.text, text_en=each.text_en, source=each.source)
        for each in named_in_passing(company)
    ]
    more = "".join(_titled(about, [r for r in persona.remarks if r.about == about], language) for about in MORE)
    if more:
        more = element("details", element("summary", inert(text("persona_more_told", language))) + more)
    to_corpus = element("p", link(text("persona_more", language), "corpus", language, company=company, round=round_))
    return element(
        "div",
        heading
        + element("p", inert(_counted(persona, language)), "quiet")
        + _segments(portrait, language)
        + bullets(map(inert, _expected(portrait, language)), "expected")
        + bullets((remark_line(remark, language) for remark in named), "remarks")
        + _titled("manner", portrait.manner, language)
        + _team(portrait.team, language)
        + more
        + to_corpus,
        "persona",
    )


def _counted(persona: Persona, language: Language) -> str:
    if not persona.questions:
        return text("persona_only_named", language, round=round_name(persona.round, language))
    dates = dict.fromkeys(question.date for question in persona.questions if question.date)
    return text(
        "persona_counts",
        language,
        questions=len(persona.questions),
        main=len(persona.main_questions),
        dates="、".join(dates) or "—",
    )


def _segments(portrait: Portrait, language: Language) -> str:
    """A bar for each part, in order, with its share of the main questions and their number."""
    bars = "".join(
        element(
            "li",
            element("span", inert(text(f"kind_{segment.kind.value}", language)), "kind")
            + element("span", element("i", "", style=f"width:{segment.share:.0%}"), "bar")
            + element("span", inert(f"{segment.share:.0%} · {segment.questions}"), "number"),
        )
        for segment in portrait.segments
    )
    return element("ul", bars, "kinds") if bars else ""


def _expected(portrait: Portrait, language: Language) -> Iterable[str]:
    """Lines on coding, length, what is borrowed, and how the interviewer will speak."""
    if portrait.segments:
        coding = "persona_coding" if portrait.coding else "persona_no_coding"
        yield text(coding, language, questions=portrait.coding)
    for remark in portrait.told:
        source = sources([remark.source]) if remark.source else "—"
        yield text("persona_minutes_told", language, minutes=remark.minutes, source=source)
    if not portrait.told:
        yield text("persona_minutes_untold", language)
    yield text("persona_minutes", language, minutes=portrait.minutes, questions=portrait.questions)
    if portrait.borrowed and portrait.segments:
        total = sum(each.questions for each in portrait.borrowed)
        yield text(
            "persona_borrowed", language, questions=total, parts=_SEPARATOR[language].join(_lenders(portrait, language))
        )
    if portrait.speech:
        manners = _SEPARATOR[language].join(text(f"speech_{each}", language) for each in portrait.speech)
        yield text("persona_speech", language, manners=manners)
    else:
        yield text("persona_speech_plain", language)


def _lenders(portrait: Portrait, language: Language) -> Iterable[str]:
    """From whom which parts are borrowed, the nearest lender first."""
    for lender in get_args(Lender):
        parts = [
            f"{text(f'kind_{each.kind.value}', language)} {each.questions}"
            for each in portrait.borrowed
            if each.lender == lender
        ]
        if parts:
            yield text(f"persona_borrowed_{lender}", language, parts=_COMMA[language].join(parts))


def _team(facts: Sequence[Fact], language: Language) -> str:
    if not facts:
        return ""
    lines = [
        inert((fact.text_en if language == "en" else "") or fact.text)
        + " "
        + element("span", inert(sources(fact.source)), "cited")
        for fact in facts
    ]
    title = element("summary", inert(text("persona_team", language, facts=len(facts))))
    return element("details", title + bullets(lines, "remarks"))


def _titled(about: str, remarks: Collection[Remark], language: Language) -> str:
    if not remarks:
        return ""
    return element("h4", inert(text(f"about_{about}", language))) + bullets(
        (remark_line(remark, language) for remark in remarks), "remarks"
    )


def remark_line(remark: Remark, language: Language) -> str:
    """A remark with what it shows of the interviewers, and the place it was read."""
    told = (remark.text_en if language == "en" else "") or remark.text
    shown = "".join(badge(text(f"trait_{trait.value}", language)) for trait in remark.shows)
    source = element("span", inert(sources([remark.source])), "cited") if remark.source else ""
    return f"{shown}{inert(told)} {source}"
