"""All reports at hand, shipped and the user's own, and the questions in them.

Reading only; `corpus.ingest` adds reports, `corpus.search` finds questions by meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from corpus.companies import companies_in, find_company, load_companies, normalise, round_names
from corpus.parse import parse_report
from corpus.report import Kind, Question, Remark, Report, Round
from corpus.shelf import Shelf

SHIPPED_REPORTS = Path(__file__).parent / "reports"


@cache
def shipped_reports() -> tuple[Report, ...]:
    """The reports that come with the program, read once: they do not change.

    Raises CorpusError for one that does not keep this project's format.
    """
    return tuple(parse_report(path, clean=str).report for path in sorted(SHIPPED_REPORTS.glob("*.md")))


class Library:
    """Questions by id, by company and by round.

    Takes reports that were read already; `Library.of_folders` reads them.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        self.reports = tuple(reports)

    @classmethod
    def of_folders(cls, user_folder: Path | None = None) -> Library:
        """The shipped reports, and those ingested into `user_folder`.

        Raises:
            CorpusError: a shipped report does not keep the format.
        """
        own = Shelf(user_folder).reports() if user_folder is not None else ()
        return cls([*shipped_reports(), *own])

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        return tuple(round_ for report in self.reports for round_ in report.rounds)

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        return {question.id: question for round_ in self.rounds for question in round_.questions}

    @cached_property
    def companies(self) -> tuple[str, ...]:
        """Canonical names of companies with at least one question, in the order of the reports."""
        return tuple(dict.fromkeys(round_.company for round_ in self.rounds if round_.questions))

    @cached_property
    def all_companies(self) -> tuple[str, ...]:
        """Those with questions, and those that reports only name: in `companies.yaml`, or as a report's company."""
        about = (report.company for report in self.reports if report.company)
        return tuple(dict.fromkeys((*self.companies, *about, *(company.name for company in load_companies()))))

    def company_named(self, text: str) -> str | None:
        """The company that a name or alias means, also one that only users' reports know."""
        found = find_company(text)
        return found.name if found else self._by_spelling.get(normalise(text))

    @cached_property
    def _by_spelling(self) -> Mapping[str, str]:
        return {normalise(name): name for name in self.all_companies}

    def rounds_of(self, company: str) -> tuple[str, ...]:
        """Names of the company's rounds with questions, in the order they are usually held."""
        held = {place[1] for place in self._by_place if place[0] == company}
        usual = {name: place for place, name in enumerate(round_names())}
        return tuple(sorted(held, key=lambda name: (usual.get(name, len(usual)), name)))

    def questions(
        self, company: str | None = None, round_name: str | None = None, kind: Kind | None = None
    ) -> tuple[Question, ...]:
        if company is not None:
            found = self._by_company.get(company, ())
            if round_name is not None:
                found = self._by_place.get((company, round_name), ())
        else:
            found = tuple(q for q in self.by_id.values() if round_name in (None, q.round))
        return found if kind is None else tuple(question for question in found if question.kind is kind)

    @cached_property
    def _by_company(self) -> Mapping[str, tuple[Question, ...]]:
        grouped: dict[str, list[Question]] = {}
        for question in self.by_id.values():
            grouped.setdefault(question.company, []).append(question)
        return {company: tuple(questions) for company, questions in grouped.items()}

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], tuple[Question, ...]]:
        grouped: dict[tuple[str, str], list[Question]] = {}
        for question in self.by_id.values():
            grouped.setdefault((question.company, question.round), []).append(question)
        return {place: tuple(questions) for place, questions in grouped.items()}

    def remarks(self, company: str, round_name: str | None = None) -> tuple[Remark, ...]:
        """Remarks on the company as a whole, and on the round (every round, when none is named)."""
        of_company = [remark for report in self.reports if report.company == company for remark in report.remarks]
        of_round = [
            remark
            for round_ in self._rounds_by_company.get(company, ())
            if round_name in (None, round_.name)
            for remark in round_.remarks
        ]
        return (*of_company, *of_round)

    @cached_property
    def _rounds_by_company(self) -> Mapping[str, list[Round]]:
        grouped: dict[str, list[Round]] = {}
        for round_ in self.rounds:
            grouped.setdefault(round_.company, []).append(round_)
        return grouped

    def mentions(self, company: str) -> tuple[Remark, ...]:
        """What reports say about a company in remarks on others."""
        known = find_company(company)
        names = [normalise(name) for name in (company, *(known.aliases if known else ()))]

        def names_it(remark: Remark) -> bool:
            text = normalise(remark.text)
            return any(name in text for name in names) and (known is None or known in companies_in(text))

        told = (
            (about, remark)
            for report in self.reports
            for about, remarks in (
                (report.company, report.remarks),
                *((round_.company, round_.remarks) for round_ in report.rounds),
            )
            for remark in remarks
        )
        return tuple(remark for about, remark in told if about != company and names_it(remark))
