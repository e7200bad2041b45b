"""Enters the parts that headings open: whose interview the lines below are on, and whether they ask anything."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND, canonical_round, rounds_in
from corpus.reading import cues, nesting
from corpus.reading.naming import round_opened, unlisted_name
from corpus.reading.overview import without_outcome
from corpus.reading.plain_lines import PlainLines
from corpus.reading.structure import PLAIN_LEVEL, Heading, date_in, season_in, unnumbered
from corpus.reading.taking import REVERSED
from corpus.reading.told import rounds_within
from corpus.report import Kind

_TITLE = re.compile(r"[面凉挂]经|经[验历]|分享|总结|记录|复盘")
"""What a report's title says besides company and round; such a line opens no round where others follow."""


class Entering(PlainLines):
    """Moves the reader's place from heading to heading."""

    def __init__(self, lines: list[str], file: str) -> None:
        super().__init__(lines, file)
        self.misnamed: set[int] = set()
        """Headings "笔试" of a report whose title says that it is on another round."""
        self.company_style: tuple[str, int] | None = None
        """Style and indent of list items that name companies."""
        self.named_beside_rounds = False
        """Whether plain headings name companies beside rounds: "某某 一面"."""
        self.aside, self.aside_level = False, 0
        """Whether the Markdown section being read asks nothing, with those below its level."""
        self.is_one_list = False
        """Whether the report is a list without companies and rounds."""

    def open_round(self, number: int, round_name: str, text: str) -> None:
        """Enters the round that a line opens, and takes what the line tells of it: "一面：讲项目，手撕快排"."""
        first, *later = rounds_within(text)
        section = self.place.section
        for name, told in [(round_name, first[1]), *later]:
            self.enter(number, Heading(told, PLAIN_LEVEL, None, (name,), date_in(told, self.year), ""))
            if section is Kind.CODING and told:
                # "二面：二叉树的直径" below "编程题" names a task.
                self.place.section = section
                self.ask(number, told)
            else:
                take = self.remark if nesting.describes_list(self.lines, number, told) else self.read_told
                take(number, told)

    def enter(self, number: int, heading: Heading) -> None:
        self.items, self.last, self.task, self.answering, self.reversed = [], None, None, False, False
        self.plain_list, self.in_answer, self.in_facts, self.below_question = None, False, False, False
        if number == self.title:
            outside = {name for _, name in rounds_in(without_outcome(heading.text))}
            heading = replace(heading, rounds=tuple(name for name in heading.rounds if name in outside))
        if number in self.misnamed:
            heading = replace(heading, rounds=())
        if number == self.title and _TITLE.search(heading.text):
            below = {round_opened(line) for line in self.lines[number + 1 :]}
            if len(heading.rounds) > 1 or below.intersection(heading.rounds):
                heading = replace(heading, rounds=())
        place = self.place
        markdown = heading.level < PLAIN_LEVEL
        if markdown and self.aside_level and heading.level > self.aside_level:
            return
        section = unnumbered(heading.text).strip(" ：:")
        on_job = len(section) <= 8 and cues.ends_with("fact_sections", section)
        self.aside = markdown and (section.casefold() in cues.load_cues().asides or on_job)
        self.aside_level = heading.level if self.aside else 0
        self.company_style = None if markdown else self.company_style
        if markdown:
            self.bare = self.is_one_list or cues.has("unnamed_companies", heading.text)
            self.bare |= section in cues.load_cues().question_sections
        self.builder.season = self.builder.season or season_in(heading.text) or ""
        if cues.has("unnamed_companies", heading.text):
            self.place, self.bare = replace(self.home), True
        elif heading.company:
            self.enter_company(heading.company, heading.level)
            # "3.5 华为 上午一面 下午主管面" dates both; "3.2 快手一面" only this one.
            self.place.day = heading.date if len(heading.rounds) != 1 else None
            self.named_beside_rounds |= bool(heading.rounds) and not markdown
        elif markdown and place.ends_company(heading):
            self.place = place = replace(self.home)
        if unlisted := self.unlisted.get(number) or self.name_beside_round(heading):
            self.enter_company(unlisted, heading.level)
        coding = cues.has("coding_sections", heading.left_over)
        if heading.rounds:
            self.place.round, self.place.round_level = heading.rounds[0], heading.level
            self.place.date = heading.date or (self.place.day if not markdown else None)
            self.builder.heading(self.place.company, self.place.round, self.place.date, number + 1)
        elif markdown and not heading.company and heading.level <= self.place.round_level:
            self.place.round, self.place.date = UNKNOWN_ROUND, heading.date
        elif heading.date:
            self.place.date = heading.date
        if markdown and section in cues.load_cues().test_sections and self.place.round == UNKNOWN_ROUND:
            # Its sister parts belong to the same test.
            self.place.round, self.place.round_level = canonical_round("笔试") or UNKNOWN_ROUND, heading.level - 1
        self.place.section = Kind.CODING if coding else None
        if heading.company and (outcome := re.search(r"[（(]([^（）()]*)[）)]\s*$", heading.text)):
            text = outcome[1].strip()
            if cues.subject_of(text) == "outcome" or "放弃" in text:
                self.builder.outcome(self.place.company, text, number + 1)

        if self.place.known and REVERSED.fullmatch(heading.text):
            self.begin_reversed(number, heading.text)

    def name_beside_round(self, heading: Heading) -> str | None:
        """The company of a plain heading such as "3.2 某某一面", unless the report is on another one's rounds."""
        if heading.level != PLAIN_LEVEL or not heading.rounds:
            return None
        alone = self.home.company == UNKNOWN_COMPANY and (self.named_beside_rounds or not self.place.company_level)
        return unlisted_name(heading) if alone else None
