"""Reads other people's reports, forgivingly: no markup, any list style, questions and answers in one line.

Line by line, because such files break CommonMark's rules. What can't be placed is kept under 未知公司 and
未知轮次; what isn't taken over comes out as Skipped, with the reason.
"""

from __future__ import annotations

import re

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND, canonical_round, find_company_in
from corpus.reading import cues
from corpus.reading.decode import MAX_LINE
from corpus.reading.drafts import Builder, Draft
from corpus.reading.parsed import ParsedReport
from corpus.reading.place import Place
from corpus.reading.shipped import front_matter_end
from corpus.reading.split import split_item, split_points
from corpus.reading.structure import (
    PLAIN_LEVEL,
    Heading,
    Item,
    answer_of,
    date_in,
    heading_of,
    item_of,
    meta_of,
    names_only,
    note_of,
    plain,
    season_in,
    unlisted_company,
)
from corpus.reading.told import asked_points, company_paragraph, point_and_examples
from corpus.report import Kind

_FENCE = re.compile(r"^\s*(?:>\s*)?(```+|~~~+)")
_QUOTE = re.compile(r"^\s*>\s?(.*)$")
_TASK_LABEL = re.compile(r"^\s*(?:\d+[.、]\s*)?(.{1,8}?)\s*\d*\s*[：:]\s*$")
_HASHTAGS = re.compile(r"^\s*(?:#[^#\s][^#]*#\s*)+$")


def parse_wild(lines: list[str], file: str) -> ParsedReport:
    """Never raises for what stands in the file."""
    return _Reader(lines, file).read()


class _Reader:
    def __init__(self, lines: list[str], file: str) -> None:
        self.lines = lines
        self.builder = Builder(file)
        self.place = Place()
        self.year: int | None = None
        self.items: list[tuple[int, Draft | None]] = []
        """Indent and main question (None: a remark) of the list items around the line, outermost first."""
        self.last: Draft | None = None
        """The question asked last."""
        self.task: Draft | None = None
        """A coding task whose description goes on."""
        self.answering = False

    def read(self) -> ParsedReport:
        number = self.read_front()
        while number < len(self.lines):
            line = self.lines[number]
            if len(line) > MAX_LINE:
                self.skip(number, f"line longer than {MAX_LINE} characters")
            elif _FENCE.match(line):
                number = self.read_code(number)
                continue
            elif not line.strip():
                self.answering = False
            else:
                number = self.read_line(number, line)
                continue
            number += 1
        return self.builder.build(self.year)

    def read_front(self) -> int:
        """Takes year and company from a blog's front matter; gives the index of the line behind it."""
        end = front_matter_end(self.lines)
        if end is None:
            return 0
        for line in self.lines[1:end]:
            key, _, value = line.partition(":")
            if key.strip() == "date" and (found := date_in(value, None)):
                self.year = int(found[:4]) if re.match(r"\d{4}", found) else None
            elif key.strip() in ("company", "公司"):
                self.enter_company(value.strip(" '\""), 0)
        return end + 1

    def skip(self, number: int, reason: str) -> None:
        self.builder.skip(number + 1, reason)

    def read_line(self, number: int, line: str) -> int:
        """Takes one line, or a run of plain lines; gives the index of the next line."""
        if _HASHTAGS.match(line):
            self.skip(number, "hashtags")
        elif meta := meta_of(line):
            self.read_meta(*meta)
        elif item := item_of(line):
            if not self.is_item_heading(number, item):
                self.read_item(number, item.indent, item.text)
        elif (answer := answer_of(line)) is not None and self.last:
            self.answering = True
            if answer:
                self.last.answers.append(answer)
        elif (note := note_of(line)) is not None and self.last:
            self.last.notes.append(note)
        elif quote := _QUOTE.match(line):
            self.read_quote(number, quote[1])
        elif self.is_heading(number, line, len(line) - len(line.lstrip())):
            pass
        elif self.items and line.startswith((" ", "\t")):
            self.tell(plain(line))
        else:
            return self.read_run(number)
        return number + 1

    def is_heading(self, number: int, line: str, indent: int) -> bool:
        """Enters the part that the line opens, if it is a heading."""
        heading = heading_of(line, self.year) if indent <= 3 else None
        if heading is None:
            return False
        if not heading.company and not heading.rounds and heading.level <= PLAIN_LEVEL:
            asks = re.search(r"[？?]$", heading.text) or (
                self.place.known and re.match(r"(?:Q|\d+[.、])", heading.text)
            )
            if asks:
                self.read_item(number, 0, re.sub(r"^\s*(?:Q\s?\d*[：:.]|\d+[.、])\s*", "", heading.text))
                return True
        self.enter(number, heading)
        return True

    def is_item_heading(self, number: int, item: Item) -> bool:
        """Enters a part that a list item opens: "1. 一面", or a company with items of its own below."""
        heading = heading_of(item.text, self.year) if item.indent <= 3 else None
        if heading is None or heading.level < PLAIN_LEVEL or not (heading.company or heading.rounds):
            return False
        below = item_of(self.lines[number + 1]) if number + 1 < len(self.lines) else None
        if not heading.rounds and not (below and below.indent > item.indent):
            return False
        self.enter(number, heading)
        return True

    def enter(self, number: int, heading: Heading) -> None:
        self.items, self.last, self.task, self.answering = [], None, None, False
        place = self.place
        markdown = heading.level < PLAIN_LEVEL
        if season := season_in(heading.text):
            self.builder.season = self.builder.season or season
        if heading.company:
            self.enter_company(heading.company.name, heading.level)
        elif markdown and place.ends_company(heading):
            self.place = place = Place()
        if unlisted := unlisted_company(heading, self.lines[number + 1 :]):
            self.enter_company(unlisted, heading.level)
        coding = cues.has("coding_sections", heading.left_over)
        if heading.rounds:
            self.place.round, self.place.round_level = heading.rounds[0], heading.level
            self.place.date = heading.date or (self.place.date if not markdown and not heading.company else None)
            self.builder.heading(self.place.company, self.place.round, self.place.date, number + 1)
        elif markdown and not heading.company and heading.level <= self.place.round_level:
            self.place.round, self.place.date = UNKNOWN_ROUND, heading.date
        elif heading.date:
            self.place.date = heading.date
        self.place.section = Kind.CODING if coding else None
        if heading.company and (outcome := re.search(r"[（(]([^（）()]*)[）)]\s*$", heading.text)):
            text = outcome[1].strip()
            if cues.subject_of(text) == "outcome" or "放弃" in text:
                self.builder.outcome(self.place.company, text, number + 1)

    def enter_company(self, name: str, level: int) -> None:
        found = find_company_in(name)
        self.place = Place(company=found.name if found else name, company_level=level)

    def read_meta(self, name: str, value: str) -> None:
        self.items, self.last, self.task = [], None, None
        if name == "company":
            self.enter_company(value, 0)
        elif name == "round":
            self.place.round = canonical_round(value) or self.place.round
        elif name == "date":
            self.place.date = date_in(value, self.year) or self.place.date
        else:
            self.builder.describe(name, value)

    def read_quote(self, number: int, text: str) -> None:
        text = plain(text)
        if self.items:
            self.tell(text)
        elif cues.is_question(text):
            self.ask(number, text)
        elif text:
            self.builder.remark(self.place.company, self.place.round, self.place.date, text, number + 1)

    def read_item(self, number: int, indent: int, text: str) -> None:
        text = plain(text)
        while self.items and self.items[-1][0] >= indent:
            self.items.pop()
        self.task = None
        self.answering = False
        if not self.items and self.read_company_paragraph(number, text):
            return
        parent = self.items[-1][1] if self.items else None
        if self.items and parent is None:
            self.remark(number, text)
            return
        if parent and not (re.search(r"[？?]", text) or (cues.opens("asks_first", text) and not parent.answers)):
            parent.explained.append(text)
            return
        if cues.opens("telling_items", text) or cues.opens("telling", text):
            told = split_item(text)
            if not re.search(r"[？?]", text) and not any(cues.has("reported", piece.text) for piece in told):
                self.remark(number, text)
                self.items.append((indent, None))
                return
        if names_only(text):
            self.skip(number, "names a company, asks nothing")
            return
        if not self.place.known:
            if not cues.asks_alone(text):
                self.skip(number, "a list item under no company or round that asks nothing")
                return
            if cues.opens("list_points", text):
                self.read_point(number, text)
                return
        main = self.ask(number, text, parent)
        if main:
            self.items.append((indent, main))

    def read_point(self, number: int, text: str) -> None:
        """A point of a list of things to know; its examples follow up on it."""
        head, examples = point_and_examples(text)
        main = self.ask(number, head)
        for example in examples:
            self.add(number, example, main)

    def ask(self, number: int, text: str, parent: Draft | None = None) -> Draft | None:
        """Takes every question of the text; gives the main one."""
        main: Draft | None = None
        if parent is None and cues.opens("follow_first", text):
            parent = self.last
        for piece in split_item(text):
            draft = self.add(number, piece.text, main or parent)
            if draft is None:
                continue
            draft.answers += piece.answers
            draft.notes += piece.notes
            main = main or draft
        return main

    def add(self, number: int, text: str, parent: Draft | None = None) -> Draft | None:
        place = self.place
        draft = self.builder.question(place.company, place.round, place.date, text, number + 1, parent, place.section)
        self.last = draft or self.last
        return draft

    def tell(self, text: str) -> None:
        """What stands under an item without asking is its answer."""
        if self.last is None or not re.search(r"\w", text):
            return
        if self.answering and self.last.answers:
            self.last.answers[-1] += f"\n{text}"
        else:
            self.last.answers.append(text)

    def remark(self, number: int, text: str) -> None:
        place = self.place
        self.builder.remark(place.company, place.round, place.date, text, number + 1)

    def read_company_paragraph(self, number: int, text: str) -> bool:
        """A paragraph that opens with a company and tells its rounds: "旷视：第一轮 …, 第二轮 …"."""
        told = company_paragraph(text)
        if told is None:
            return False
        outer = self.place
        self.place = Place(company=told.company)
        for round_name, body in told.rounds:
            self.place.round = round_name
            points = asked_points(body)
            for point in points:
                self.add(number, point)
            if not points and body.strip():
                self.remark(number, body)
        self.place = outer
        return True

    def read_run(self, number: int) -> int:
        """Takes plain lines up to the next blank, heading or item: questions a line, a task, or prose."""
        end = number
        while end < len(self.lines) and self.is_plain(end, number):
            end += 1
        run = range(number, max(end, number + 1))
        asking = [i for i in run if self.looks_like_question(self.lines[i])]
        short = [i for i in run if len(self.lines[i]) <= 60 and cues.is_question(self.lines[i])]
        listed = len(asking) > 1 and len({*asking, *short}) * 2 > len(run) and self.place.known
        if not self.lines[number].startswith((" ", "\t")):
            self.items = []
        for i in run:
            text = plain(self.lines[i])
            label = _TASK_LABEL.match(self.lines[i])
            if label and cues.has("task_labels", label[1]):
                self.begin_task(i, text)
            elif self.task and self.task.open_for_text:
                self.continue_task(i, text)
            elif i in asking or (listed and len(text) <= 60 and not cues.opens("telling", text)):
                self.task = None
                main = self.ask(i, text)
                self.items = [(0, main)] if main and listed else []
            elif "：" not in text[:24] or not self.read_company_paragraph(i, text):
                self.read_prose(i, text)
        return run.stop

    def is_plain(self, i: int, first: int) -> bool:
        line = self.lines[i]
        if not line.strip() or len(line) > MAX_LINE or any(p.match(line) for p in (_FENCE, _QUOTE, _HASHTAGS)):
            return False
        if i == first:
            return True
        return not (item_of(line) or heading_of(line, None) or meta_of(line) or answer_of(line))

    def looks_like_question(self, line: str) -> bool:
        text = plain(line)
        if len(text) > 200 or cues.opens("telling", text) or cues.opens("telling_items", text):
            return False
        if re.search(r"[？?]\s*(?:[（(].*)?$", text) or cues.kind_of(text[:6], "") is Kind.SELF_INTRO:
            return True
        return self.place.known and len(text) <= 80 and cues.opens("asks_first", text) and "。" not in text[:-1]

    def begin_task(self, number: int, text: str) -> None:
        self.task = self.add(number, text)
        if self.task:
            self.task.kind = Kind.CODING
            self.task.open_for_text = True

    def continue_task(self, number: int, text: str) -> None:
        task = self.task
        assert task is not None
        if re.fullmatch(r"[（(].*[）)]", text):
            task.answers.append(text)
        elif task.bare_label:
            task.text, task.line, task.bare_label = text, number + 1, False
        else:
            task.text += f"\n{text}"

    def read_prose(self, number: int, text: str) -> None:
        """Keeps a paragraph as a remark, and takes the questions that it tells of."""
        place = self.place
        if place.company != UNKNOWN_COMPANY and place.round == UNKNOWN_ROUND and "电话面" in text:
            place.round = canonical_round("电话面") or place.round
        # Articles are cut at full stops: their clauses make no sense alone.
        clauses = split_points(text) if place.known else re.split(r"(?<=[。；])", text)
        for clause in clauses:
            asked = clause.strip(" ，,。；;")
            if place.known and cues.has("told_tasks", clause) and not cues.opens("telling", clause):
                if draft := self.add(number, asked):
                    draft.kind = Kind.CODING
            elif cues.has("told_questions", clause):
                self.add(number, asked)
        self.remark(number, text)

    def read_code(self, number: int) -> int:
        """Takes a fenced block: part of a task, else an answer to the question asked last."""
        opening = _FENCE.match(self.lines[number])
        mark = opening[1] if opening else "```"
        indent = len(self.lines[number]) - len(self.lines[number].lstrip())
        end = next(
            (i for i in range(number + 1, len(self.lines)) if self.lines[i].strip().rstrip() == mark),
            len(self.lines),
        )
        if end == len(self.lines):
            self.skip(number, "a code fence that is never closed: read to the end of the file")
        body = [line[min(indent, len(line) - len(line.lstrip())) :] for line in self.lines[number + 1 : end]]
        code = "\n".join(line for line in body if len(line) <= MAX_LINE)
        solution = re.search(r"\b(?:def|return|class|int main|import|public|void)\b", code) is not None
        target = self.task or self.last
        if target is None:
            self.skip(number, "code under no question")
        elif not solution and (self.task or (target.kind_now() is Kind.CODING and not target.answers)):
            target.text += f"\n{code}"
        else:
            target.answers.append(f"```\n{code}\n```")
            self.task = None
        return end + 1
