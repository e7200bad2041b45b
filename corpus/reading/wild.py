"""Reads other people's reports, forgivingly: no markup, any list style, questions and answers in one line.

Line by line, because such files break CommonMark's rules. What can't be placed is kept under 未知公司 and
未知轮次; what isn't taken over comes out as Skipped, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND
from corpus.reading import cues, nesting, signs
from corpus.reading.blog import blog_front
from corpus.reading.decode import MAX_LINE
from corpus.reading.entering import Entering
from corpus.reading.inline_lists import inline_list
from corpus.reading.line_forms import with_usual_forms
from corpus.reading.naming import (
    companies_by_heading,
    companies_by_paragraph,
    companies_by_section,
    could_be_name,
    hides_name,
    opens_round,
    round_follows,
    round_named,
)
from corpus.reading.overview import (
    home_of,
    is_bare_list,
    misnamed_tests,
    site_header,
    stages_listed,
)
from corpus.reading.parsed import ParsedReport
from corpus.reading.plain_lines import FENCE, opens_part
from corpus.reading.signs import QUOTE, no_text
from corpus.reading.structure import (
    PLAIN_LEVEL,
    Heading,
    Item,
    answer_of,
    company_in,
    date_in,
    fields_of,
    heading_of,
    item_of,
    meta_of,
    names_only,
    names_round,
    note_of,
    opened_place,
    opened_round,
    plain,
    round_before_blank,
    round_before_item,
)
from corpus.reading.table import table_at
from corpus.reading.taking import REVERSED, only_tells
from corpus.reading.told import reports_questions, rounds_told_in_turn, tells_step
from corpus.report import Kind

_IN_BRACKETS = re.compile(r"[（(【\[][^（）()【】\[\]]*[）)】\]][：:]?")
_LONGEST_TOPIC_OF_JOB = 15
_SHORTEST_PROSE = 20
_NAMES_ROUND = re.compile(r"轮[次数]\s*[：:]\s*([^\s，,。；;]{2,6})")
_LONGEST_TITLE = 40
_FEW_PARAGRAPHS, _LONG_PARAGRAPH = 3, 600
"""A report of no more has lost its line breaks, as texts do that are copied from an app; lists go on in one line."""


def parse_wild(lines: list[str], file: str) -> ParsedReport:
    """Never raises for what stands in the file."""
    usual, numbers = with_usual_forms(lines, MAX_LINE)
    reader = _Reader(usual, file)
    reader.builder.numbers = numbers
    return reader.read()


def _is_one_paragraph(lines: list[str]) -> bool:
    """Whether a report has few lines, or one that holds most of it."""
    lengths = [len(line.strip()) for line in lines if line.strip()]
    longest = max(lengths, default=0)
    return len(lengths) <= _FEW_PARAGRAPHS or (longest >= _LONG_PARAGRAPH and longest * 2 > sum(lengths))


class _Reader(Entering):
    def __init__(self, lines: list[str], file: str) -> None:
        super().__init__(lines, file)
        self.section_indent: int | None = None
        """Indent of the item that opened a section: "代码" above nested tasks."""
        self.grouped = False
        """Whether the round comes from an item in brackets such as "（二面）"."""
        self.fields_below: dict[int, dict[str, str]] = {}
        """What the line below a question says of its place, by the question's index."""
        self.in_one_paragraph = False
        """Whether the report has lost its line breaks."""

    def read(self) -> ParsedReport:
        front = blog_front(self.lines)
        number, title = front.end, front.title
        self.year = front.year or self.year
        if front.company:
            self.enter_company(front.company, 0)
        self.place.round = round_named(front.round) or self.place.round
        for stage in stages_listed(self.lines, number):
            self.leave_out(stage, "面试流程一览 (an outline of the stages)")
        for header in site_header(self.lines):
            self.leave_out(header, "网站的页眉 (the site's header)")
        self.title = next((i for i in range(number, len(self.lines)) if self.lines[i].strip()), -1)
        self.home = home_of(self.lines, number, title, self.builder.file)
        self.misnamed = misnamed_tests(self.lines, number, self.home)
        if self.place.company == UNKNOWN_COMPANY:
            self.place = replace(self.home)
        self.bare = self.is_one_list = is_bare_list(self.lines[number:])
        self.headings_ask = nesting.headings_ask(self.lines[number:])
        self.levels_ask = nesting.levels_asking(self.lines[number:])
        self.in_one_paragraph = _is_one_paragraph(self.lines[number:])
        titled = self.home.round != UNKNOWN_ROUND
        self.by_prose = not any(map(opens_round, self.lines[number if titled else self.title + 1 :]))
        self.fields_below = {
            above: fields
            for above in range(number, len(self.lines) - 1)
            if self.lines[above].strip() and (fields := fields_of(self.lines[above + 1]))
        }
        self.told_in_turn = rounds_told_in_turn(self.lines, number)
        self.unlisted = companies_by_paragraph(self.lines, number, self.home.company)
        self.unlisted |= companies_by_heading(self.lines, number)
        if self.home.company == UNKNOWN_COMPANY:
            self.unlisted |= companies_by_section(self.lines, number)
        while number < len(self.lines):
            line = self.lines[number]
            if len(line) > MAX_LINE:
                self.skip(number, f"一行超过 {MAX_LINE} 个字符 (line longer than {MAX_LINE} characters)")
            elif FENCE.match(line):
                number = self.read_code(number)
                continue
            elif not line.strip():
                self.answering = False
            else:
                number = self.read_line(number, line)
                continue
            number += 1
        return self.builder.build(self.year)

    def read_line(self, number: int, line: str) -> int:
        """Takes one line, or a run of plain lines; gives the index of the next line."""
        if number in self.fields_below:
            for name, value in self.fields_below[number].items():
                self.read_meta(name, value)
        if self.aside and not opens_part(line):
            self.remark(number, plain(line))
        elif fields := fields_of(line):
            if self.last is not None and number - 1 in self.fields_below:
                self.in_answer = self.below_question = True
            else:
                for name, value in fields.items():
                    self.read_meta(name, value)
        elif reason := no_text(line):
            self.skip(number, reason)
        elif table := table_at(self.lines, number):
            self.read_table(number, table)
            return table.end
        elif number in self.told_in_turn and self.place.company != UNKNOWN_COMPANY:
            self.items, self.last, self.task = [], None, None
            self.place.round, told = self.told_in_turn[number]
            self.read_prose(number, plain(told))
        elif number in self.unlisted and not line.lstrip().startswith("#"):
            self.read_meta("company", self.unlisted[number])
        elif meta := meta_of(line):
            self.read_meta(*meta)
        elif REVERSED.fullmatch(plain(line.lstrip(" >"))) and (self.place.known or self.last):
            self.begin_reversed(number, plain(line.lstrip(" >")))
        elif (listed := inline_list(line)) and self.opens_list(number, listed[0]):
            for text in filter(None, listed[1]):
                self.read_item(number, 0, text)
        elif (both := round_before_item(line)) and self.is_heading(number, both[0], 0):
            return self.read_line(number, both[1])
        elif item := item_of(line):
            if not self.is_item_heading(number, item):
                self.read_item(number, self.depth_of(item), item.text, asked=item.style == "asked")
        elif (answer := answer_of(line)) is not None and self.last:
            self.answering = True
            if answer:
                self.last.answers.append(answer)
                self.read_follow_ups(number, answer)
        elif (note := note_of(line)) is not None and self.last:
            self.last.notes.append(note)
        elif quote := QUOTE.match(line):
            self.read_quote(number, quote[1])
        elif self.is_heading(number, line, len(line) - len(line.lstrip())):
            pass
        elif self.items and line.startswith((" ", "\t")):
            self.tell(plain(line))
        else:
            return self.read_run(number)
        return number + 1

    def opens_list(self, number: int, head: str) -> bool:
        """Whether what stands before a list in one line is nothing, or a heading, which is entered; no question."""
        if not head or self.is_heading(number, head, 0):
            return True
        if self.in_one_paragraph:
            if self.place.company == UNKNOWN_COMPANY and (company := company_in(head[:_LONGEST_TITLE])):
                self.enter_company(company, 0)
            if self.place.round == UNKNOWN_ROUND and (named := _NAMES_ROUND.search(head)):
                self.place.round = round_named(named[1]) or UNKNOWN_ROUND
            self.read_told(number, head)
        return self.in_one_paragraph

    def is_heading(self, number: int, line: str, indent: int) -> bool:
        """Enters the part that the line opens, if it is a heading."""
        if indent > 3:
            return False
        heading = heading_of(line, self.year)
        if heading is None:
            if opened := opened_round(line) or round_before_blank(line):
                self.open_round(number, *opened)
            elif placed := opened_place(line):
                self.enter(number, replace(placed[0], rounds=()))
                self.open_round(number, placed[0].rounds[0], placed[1])
                return True
            return opened is not None
        problem = heading.level < PLAIN_LEVEL and self.place.known and self.asks_by_heading(number, heading)
        if (problem or not (heading.company or heading.rounds)) and number not in self.unlisted:
            numbered = signs.numbers_question(heading.text) and not nesting.heads_list(self.lines, number, heading.text)
            if problem or re.search(r"[？?]$", heading.text) or (self.place.known and numbered):
                self.plain_list, self.in_answer = (len(self.lines), False), False
                self.read_item(number, 0, re.sub(r"^\s*(?:Q\s?\d*[：:.]|\d+[.、])\s*", "", heading.text))
                self.in_answer = self.below_question = problem
                return True
            if self.below_question and heading.level == PLAIN_LEVEL and not cues.has("coding_sections", heading.text):
                self.tell(heading.text)
                return True
        self.enter(number, heading)
        return True

    def asks_by_heading(self, number: int, heading: Heading) -> bool:
        """Whether a Markdown heading is a question or a problem with its answer below."""
        text = heading.text
        if heading.level in self.levels_ask:
            names = names_round(text) or names_only(text) or text in cues.load_cues().asides
            return not names and not nesting.heads_list(self.lines, number, text)
        if heading.company or heading.rounds:
            return False
        return (self.headings_ask and signs.numbers_question(text)) or nesting.describes_problem(self.lines, number)

    def is_item_heading(self, number: int, item: Item) -> bool:
        """Enters a part that a list item opens: "1. 一面", or a company with items of its own below."""
        if signs.dates_event(item.text) and self.dates_beside(number):
            return False
        if item.indent > 3 and not (
            names_round(item.text) and nesting.has_items_below(self.lines, number, item.indent)
        ):
            return False
        following = next((line for line in self.lines[number + 1 : number + 4] if line.strip()), "")
        below = item_of(following)
        heading = None if cues.opens("asks_first", item.text) else heading_of(item.text, self.year)
        if heading is None and item.style != "asked" and (opened := opened_round(item.text)):
            self.open_round(number, *opened)
            return True
        if heading is None and self.company_style == (item.style, item.indent):
            beside = below is not None and (below.style, below.indent) == self.company_style
            if not beside and could_be_name(item.text):
                self.enter_company(item.text, PLAIN_LEVEL)
                self.items, self.last, self.task = [], None, None
                return True
        if heading is None or heading.level < PLAIN_LEVEL or not (heading.company or heading.rounds):
            return False
        if below is None:
            # A company without round needs one below, or prose on it; else it is one of a list of names.
            told_of = self.home.company == UNKNOWN_COMPANY and len(following) >= _SHORTEST_PROSE
            opens = bool(heading.rounds) or round_follows(self.lines, number) or told_of
        elif below.indent > item.indent or below.style != item.style:
            opens = True
        else:
            peer = heading_of(below.text, None)
            opens = bool(heading.rounds) and not (peer and (peer.rounds or peer.company))
            opens = opens or (bool(heading.company) and round_follows(self.lines, number))
        if not opens:
            return False
        if heading.company:
            self.company_style = (item.style, item.indent)
        self.grouped = _IN_BRACKETS.fullmatch(item.text) is not None
        self.enter(number, heading)
        return True

    def read_meta(self, name: str, value: str) -> None:
        self.items, self.last, self.task = [], None, None
        if name == "company":
            self.enter_company(UNKNOWN_COMPANY if hides_name(value) else value, 0)
        elif name == "round":
            self.place.round = round_named(value) or self.place.round
        elif name == "date":
            self.place.date = date_in(value, self.year) or self.place.date
        else:
            self.builder.describe(name, value)

    def read_item(self, number: int, indent: int, text: str, *, asked: bool = False) -> None:
        text = plain(text)
        while self.items and self.items[-1][0] >= indent:
            self.items.pop()
        self.task = None
        self.answering = False
        if not self.items and self.read_company_item(number, text):
            return
        if REVERSED.fullmatch(text):
            main = self.ask(number, text.strip(" ：:"))
            self.items.append((indent, main))
            return
        if self.reversed and not self.items:
            self.tell(text)
            return
        if self.items and self.items[-1][1] and REVERSED.fullmatch(self.items[-1][1].text):
            self.tell(text)
            return
        if self.in_answer and not asked and self.last and not signs.asks_aside(text):
            self.last.explained.append(text)
            return
        if not asked and self.enter_by_prose(text):
            self.read_prose(number, text)
            return
        if self.in_facts and not asked:
            self.skip(number, "岗位介绍 (tells of the job)")
            return
        if self.section_indent is not None and indent <= self.section_indent:
            self.place.section, self.section_indent = None, None
        labels = signs.only_labels(text) or nesting.labels_items(self.lines, number, indent, text)
        if labels or (not self.items and nesting.names_topic(self.lines, number, indent, text)):
            if cues.ends_with("coding_sections", text.strip(" ：:")):
                self.place.section, self.section_indent = Kind.CODING, indent
            return
        if _IN_BRACKETS.fullmatch(text) and nesting.has_items_below(self.lines, number, indent):
            # It names what the items below have in common.
            if self.grouped:
                self.place.round = UNKNOWN_ROUND
            return
        if signs.names_nothing(text):
            self.remark(number, text)
            return
        if signs.tells_fact(text):
            self.remark(number, text)
            self.items.append((indent, None))
            return
        parent = self.items[-1][1] if self.items else None
        if self.items and parent is None:
            take = self.read_prose if tells_step(text) or reports_questions(text) else self.remark
            take(number, text)
            return
        if parent and not signs.asks_below(parent, text):
            parent.explained.append(text)
            return
        if only_tells(text):
            self.remark(number, text)
            self.items.append((indent, None))
            return
        before_all = self.place.known and self.last is None and self.place.round == UNKNOWN_ROUND
        if before_all and len(text) > _LONGEST_TOPIC_OF_JOB and cues.opens("duties", text):
            self.skip(number, "岗位介绍 (tells of the job)")
            return
        if asked and signs.goes_through_motions(text):
            self.remark(number, text)
            return
        if asked and self.lines[number].lstrip().startswith("面试官") and not signs.asks_aloud(text):
            self.remark(number, text)
            return
        if names_only(text):
            self.skip(number, "只有公司名，没有问题 (names a company, asks nothing)")
            return
        if not (self.place.known or self.bare or self.announced or asked):
            if not cues.asks_alone(text):
                self.skip(number, "没有公司和轮次，也不是问题 (under no company or round, and asks nothing)")
                return
            if cues.opens("list_points", text):
                self.read_point(number, text)
                return
        main = self.ask_tale(number, text) if parent is None else None
        main = main or self.ask(number, text, parent)
        if main:
            self.items.append((indent, main))
