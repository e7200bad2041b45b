"""All reports at hand, shipped and the user's own, and the questions in them.

Reading only; `corpus.ingest` adds reports, `corpus.search` finds questions by meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from corpus.companies import round_names
from corpus.parse import parse_report
from corpus.report import Kind, Question, Remark, Report, Round

SHIPPED_REPORTS = Path(__file__).parent / "reports"


class Library:
    """Questions by id, by company and by round.

    Takes reports that were read already; `Library.of_folders` reads them.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        self.reports = tuple(reports)

    @classmethod
    def of_folders(cls, user_folder: Path | None = None, shipped: Path = SHIPPED_REPORTS) -> Library:
        """The shipped reports, and those ingested into `user_folder` (`*.json`, one Report each).

        Raises:
            CorpusError: a shipped report does not keep the format, or a stored one was damaged.
        """
        from corpus.ingest import load_stored

        own = [parse_report(path).report for path in sorted(shipped.glob("*.md"))]
        return cls([*own, *(load_stored(user_folder) if user_folder is not None else ())])

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

    def rounds_of(self, company: str) -> tuple[str, ...]:
        """Names of the company's rounds with questions, in the order they are usually held."""
        held = dict.fromkeys(r.name for r in self.rounds if r.company == company and r.questions)
        usual = {name: place for place, name in enumerate(round_names())}
        return tuple(sorted(held, key=lambda name: usual.get(name, len(usual))))

    def questions(
        self, company: str | None = None, round_name: str | None = None, kind: Kind | None = None
    ) -> tuple[Question, ...]:
        return tuple(
            question
            for question in self.by_id.values()
            if company in (None, question.company)
            and round_name in (None, question.round)
            and kind in (None, question.kind)
        )

    def remarks(self, company: str, round_name: str | None = None) -> tuple[Remark, ...]:
        """Remarks on the company as a whole, and on the round (every round, when none is named)."""
        of_company = [remark for report in self.reports if report.company == company for remark in report.remarks]
        of_round = [
            remark
            for round_ in self.rounds
            if round_.company == company and round_name in (None, round_.name)
            for remark in round_.remarks
        ]
        return (*of_company, *of_round)
