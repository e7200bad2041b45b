"""What the reports hold, as HTML: all companies at a glance, or one with its rounds, questions and remarks."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.catalogue import CompanyRow, company_rows
from bot.pages.markup import bullets, element, empty, inert, link
from bot.pages.question_tree import remark_list, round_section
from bot.pages.texts import company_name, round_name, text
from bot.schema import Language
from corpus.companies import find_company
from corpus.library import Library
from corpus.report import Report, Round

MOST_QUESTIONS = 400
"""Shown at once; more make the page slow."""


def overview(library: Library, language: Language) -> str:
    """A card for each company with questions, and the names of the others."""
    rows = company_rows(library)
    cards = "".join(_company_card(row, language) for row in rows if row.questions)
    named = bullets(
        (
            link(company_name(row.company, language), "corpus", language, company=row.company)
            for row in rows
            if not row.questions
        ),
        "chips",
    )
    more = element("p", inert(text("named_only", language)), "quiet") + named if named else ""
    return element("ul", cards, "companies") + more


def _company_card(row: CompanyRow, language: Language) -> str:
    rounds = bullets(
        (
            link(
                f"{round_name(entry.round, language)} · {entry.questions}",
                "corpus",
                language,
                company=row.company,
                round=entry.round,
            )
            for entry in row.rounds
        ),
        "chips",
    )
    return element(
        "li",
        element("h3", link(company_name(row.company, language), "corpus", language, company=row.company))
        + element("p", inert(text("company_line", language, questions=row.questions)), "quiet")
        + rounds
        + (element("p", inert(text("ended", language, outcome=row.outcome)), "quiet") if row.outcome else ""),
        "card",
    )


def rounds_view(
    library: Library, problems: Collection[str], company: str, round_: str, language: Language, wanted: str = ""
) -> str:
    """The rounds of a company, or one round of all companies, with what is told of the company.

    Args:
        problems: Slugs of the problems that the judge has.
        wanted: Id of the question that the reader came for.
    """
    sections = [
        section
        for section in library.rounds
        if company in ("", section.company)
        and round_ in ("", section.name)
        and (section.questions or (company and section.remarks))
    ]
    if company:
        usual = library.rounds_of(company)
        sections.sort(key=lambda section: usual.index(section.name) if section.name in usual else len(usual))
    shown = list(_first(sections, wanted))
    left = sum(len(section.questions) for section in sections) - sum(len(section.questions) for section in shown)
    return (
        (_about_company(library, company, language) if company else "")
        + "".join(round_section(section, problems, language, wanted) for section in shown)
        + (element("p", inert(text("more_left", language, count=left)), "quiet") if left else "")
    ) or empty(text("found_nothing", language))


def _first(sections: Iterable[Round], wanted: str) -> Iterable[Round]:
    """So many rounds as are read comfortably, and the one with the wanted question."""
    count = 0
    for section in sections:
        count += len(section.questions)
        if count <= MOST_QUESTIONS or any(question.id == wanted for question in section.questions):
            yield section


def _about_company(library: Library, company: str, language: Language) -> str:
    """The company's names, and what is told of it apart from its rounds."""
    known = find_company(company)
    names = dict.fromkeys((known.name_en, known.name, *known.aliases) if known else ())
    names.pop(company_name(company, language), None)
    reports = [report for report in library.reports if report.company == company]
    told = [remark for report in reports for remark in report.remarks]
    mentioned = [] if company in library.companies else library.mentions(company)
    questions = len(library.questions(company))
    line = text("company_line", language, questions=questions) if questions else text("named_only_here", language)
    return element(
        "section",
        element("h2", inert(company_name(company, language)))
        + element("p", inert(" · ".join((line, *names))), "quiet")
        + bullets((inert(about) for about in dict.fromkeys(map(_facts, reports)) if about), "facts quiet")
        + remark_list([*told, *mentioned], language)
        + ("" if questions or told or mentioned else element("p", inert(text("nothing_told", language)), "quiet")),
        "card about-company",
    )


def _facts(report: Report) -> str:
    """Team, position, season and outcome of a report, as it has them."""
    facts = (report.team, report.role, report.season, str(report.year or ""), report.outcome)
    told = " · ".join(fact for fact in facts if fact)
    return f"{report.file}：{told}" if told else ""
