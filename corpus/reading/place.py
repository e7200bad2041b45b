"""Where in the interviews the reader of a wild report is: company, round, date."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND
from corpus.reading.structure import PLAIN_LEVEL, Heading
from corpus.report import Kind


@dataclass
class Place:
    """What the headings above the line being read say."""

    company: str = UNKNOWN_COMPANY
    company_level: int = 0
    """Level of the heading that named the company; 0 is the whole file."""
    round: str = UNKNOWN_ROUND
    round_level: int = 0
    date: str | None = None
    day: str | None = None
    """Date of all rounds of a company that was visited on one day."""
    section: Kind | None = None
    """Kind of every question in a section such as "coding"."""

    @property
    def known(self) -> bool:
        return self.company != UNKNOWN_COMPANY or self.round != UNKNOWN_ROUND

    def ends_company(self, heading: Heading) -> bool:
        """Whether a Markdown heading without company ends the company's part."""
        if self.company_level < PLAIN_LEVEL:
            # "## 某某", "## 一面", "## 二面" all at one level.
            beside = heading.level == self.company_level and bool(heading.rounds)
            return heading.level <= self.company_level and not beside
        # A company named in plain text keeps Markdown's rounds below it.
        return not heading.rounds
