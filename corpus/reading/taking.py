"""Takes what a reader of wild reports finds in its lines: questions with their answers, tasks, paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND, canonical_round, round_in
from corpus.reading import cues
from corpus.reading.drafts import Builder, Draft
from corpus.reading.place import Place
from corpus.reading.rows import rows_in
from corpus.reading.signs import counts_tasks, details, tells
from corpus.reading.split import split_item, split_points
from corpus.reading.structure import Item, company_in, date_in, plain
from corpus.reading.table import Table
from corpus.reading.told import (
    ToldInterviews,
    asked_points,
    company_paragraph,
    is_tale,
    is_terse_list,
    listed_in,
    listed_points,
    point_and_examples,
    reported_question,
    reports_asking,
    reports_questions,
    tells_in_turn,
    tells_step,
    told_points,
)
from corpus.reading.told_english import english_points, is_english
from corpus.report import Kind

_LABELLED_TASK = re.compile(r"(?:题目|(?:编程|代码|算法|手撕|手写)(?:代码|题)?)[：:]\s*\S")
_ENDS_LISTING = re.compile(r"(?:之类的?|等等)[。.]?$")
_NO_TASK = re.compile(r"忘了|(?:没有?|无)(?:手撕|手写|写)|[也都](?:挺|很快|还行|写了|做了|写出)")


_LONG_ITEM = 80
_REFLECTS = re.compile(r"我(?:发现|的感受)|总体来说|总的来说|整体来说")
"""How a paragraph begins that looks back on the whole."""
REVERSED = re.compile(
    r"\s*(?:(?:面试)?反问(?:环节|阶段|时间|部分|面试官)?|我的?提问|提问环节|我问|[向我]?(?:提问|问)面试官(?:的问题)?)\s*(?:[（(][^（）()]*[）)])?\s*[：:。]?\s*"
)


class Taker:
    """Where the report is, and what was asked last. Line numbers are indices, from 0."""

    def __init__(self, file: str) -> None:
        self.builder = Builder(file)
        self.place = Place()
        self.home = self.place
        """Where a line stands that no heading places."""
        self.year: int | None = None
        self.items: list[tuple[int, Draft | None]] = []
        """Indent and main question (None: a remark) of the list items around the line, outermost first."""
        self.last: Draft | None = None
        """The question asked last."""
        self.task: Draft | None = None
        """A coding task whose description goes on."""
        self.answering = False
        """Whether the lines read now belong to an answer."""
        self.announced = False
        """Whether the line above a list says that it holds the questions that were asked."""
        self.by_prose = False
        """Whether no heading names a round: then paragraphs that begin with one do."""
        self.outer_style = ""
        """Style of the outermost items of the list being read."""
        self.numbers: dict[int, int] = {}
        """The last number of the list being read, by indent."""
        self.reversed = False
        """Whether the lines below 反问 are read: what the candidate asked, in detail."""

    def skip(self, number: int, reason: str) -> None:
        self.builder.skip(number + 1, reason)

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

    def ask_tale(self, number: int, text: str) -> Draft | None:
        """Takes the questions that a long item tells of; gives the first, or None where it is no tale."""
        if (len(text) < _LONG_ITEM and not tells_in_turn(text)) or re.search("[？?]", text) or not reports_asking(text):
            return None
        points = told_points(text)
        drafts = [self.add(number, point) for point in points] if len(points) > 2 else []
        return next(filter(None, drafts), None)

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

    def read_point(self, number: int, text: str) -> None:
        """A point of a list of things to know; its examples follow up on it."""
        head, examples = point_and_examples(text)
        main = self.ask(number, head)
        for example in examples:
            self.add(number, example, main)

    def read_company_paragraph(self, number: int, text: str) -> bool:
        """A paragraph that opens with a company and tells its rounds: "旷视：第一轮 …, 第二轮 …"."""
        told = company_paragraph(text)
        if told is not None:
            self.take_told(number, told)
        return told is not None

    def take_told(self, number: int, told: ToldInterviews) -> None:
        outer = self.place
        self.place = Place(company=told.company)
        for round_name, body in told.rounds:
            self.place.round = round_name
            listed = listed_points(body) if round_name == UNKNOWN_ROUND else []
            alone = len(told.rounds) == 1 and len(body) <= 40 and told.listing
            points = listed if len(listed) > 1 or alone else asked_points(body)
            if not told.listing and "+" not in body and reports_questions(body):
                points = told_points(body)
            for point in points:
                self.add(number, point)
            if not points and body.strip():
                self.remark(number, body)
        self.place = outer

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
        if _REFLECTS.match(text):
            self.remark(number, text)
            return
        place = self.place
        if place.company != UNKNOWN_COMPANY and place.round == UNKNOWN_ROUND and "电话面" in text:
            place.round = canonical_round("电话面") or place.round
        if place.known and _LABELLED_TASK.match(text):
            self.ask(number, text)
            return
        if place.round != UNKNOWN_ROUND and len(rows_in(text)) > 2 and not tells(text):
            self.ask(number, text)
            return
        told = place.round != UNKNOWN_ROUND or (self.by_prose and place.company != UNKNOWN_COMPANY)
        if told and is_english(text):
            for point in english_points(text):
                self.add(number, point)
            self.remark(number, text)
            return
        step = told and tells_step(text)
        sentences = [text] if not told or step or reports_questions(text) else re.split(r"(?<=[。！!])", text)
        for sentence in sentences:
            points = told_points(sentence) if step or (told and reports_questions(sentence)) else []
            for point in points:
                self.add(number, point)
            if not points:
                self.read_clauses(number, sentence)
        self.remark(number, text)

    def read_clauses(self, number: int, text: str) -> None:
        """The tasks and questions that single clauses of a tale tell of."""
        place = self.place
        # Articles are cut at full stops: their clauses make no sense alone.
        clauses = split_points(text) if place.known else re.split(r"(?<=[。；])", text)
        for clause in clauses:
            asked = clause.strip(" ，,。；;")
            telling = cues.opens("telling", clause) or _NO_TASK.search(clause)
            if place.known and cues.has("told_tasks", clause) and not telling:
                draft = self.ask(number, asked)
                if draft and draft is self.last:
                    draft.kind = Kind.CODING
            elif cues.has("told_questions", clause):
                self.add(number, asked)
            elif (place.round != UNKNOWN_ROUND or (place.known and self.last)) and (
                reported := reported_question(clause)
            ):
                for asked in listed_in(reported):
                    self.ask(number, asked)

    def read_follow_ups(self, number: int, answer: str) -> None:
        """What an answer says was asked next: "答：…，然后问我怎么优化"."""
        main = self.last
        for clause in split_points(answer):
            if reported := reported_question(clause):
                self.add(number, reported, main)

    def read_told(self, number: int, text: str) -> None:
        """What a line behind "一面：" tells: questions, or how it went."""
        if is_english(text) and (asked := english_points(text)):
            for point in asked:
                self.add(number, point)
            return
        points = told_points(text, whole=True)
        every = told_points(text, listing=True)
        lists = 0 < len(every) <= len(points) * 2 or "+" in text or (not points and _ENDS_LISTING.search(text))
        if (lists and not is_tale(text)) or is_terse_list(text):
            points = every
        elif not points:
            points = [point for point in every if cues.has("paragraph_asks", point)]
        for point in points:
            self.add(number, point)
        if not points:
            self.remark(number, text)

    def read_table(self, number: int, table: Table) -> None:
        """A row is a question with its place and answer, where the table's header says so."""
        if "question" not in table.columns:
            self.skip(number, "表格没有“问题”一列 (a table without a column of questions)")
            return
        self.items = []
        outer = replace(self.place)
        for row in table.rows:
            if company := row.text("company"):
                self.enter_company(company, 0)
            if told := row.text("round"):
                self.place.round = canonical_round(told) or round_in(told) or UNKNOWN_ROUND
            if date := date_in(row.text("date"), self.year):
                self.place.date = date
            for part in row.parts("question"):
                if main := self.ask(row.number, plain(part)):
                    main.answers += [plain(answer) for answer in row.parts("answer")]
                    main.notes += [plain(note) for note in row.parts("note")]
        self.place = outer

    def enter_company(self, name: str, level: int) -> None:
        self.place = Place(company=company_in(name) or name, company_level=level)
        if self.place.company == self.home.company:
            self.place.round = self.home.round

    def begin_reversed(self, number: int, text: str) -> None:
        """What stands below 反问 are the candidate's questions: told with it, none of the interviewer's."""
        self.items = []
        asked = self.ask(number, text.strip(" ：:"))
        self.reversed = asked is not None
        if asked:
            asked.kind = Kind.REVERSE_QA

    def depth_of(self, item: Item) -> int:
        """The item's indent; "(1)" and details in a list of other items stand below those although not indented."""
        if not self.items:
            self.outer_style = item.style
            self.numbers = {}
        indent = self._indent_by_number(item)
        nested = item.style == "ringed" and self.outer_style in ("number", "bullet", "asked")
        # "- 方案：先回灌，再路测" below "2. 怎么验证" is a detail of it.
        nested |= item.style == "bullet" and self.outer_style == "number" and details(item.text)
        outer = self.items[0][0] if self.items else -1
        return outer + 1 if nested and outer >= indent else indent

    def _indent_by_number(self, item: Item) -> int:
        """The indent of the list that a number goes on: "2." below "1." belongs to it, however far it stands in."""
        indent = item.indent
        if item.number is None:
            return indent
        if item.number > 1 and self.numbers.get(indent) != item.number - 1:
            indent = next((at for at, last in self.numbers.items() if at < indent and last == item.number - 1), indent)
        self.numbers = {at: last for at, last in self.numbers.items() if at < indent} | {indent: item.number}
        return indent


def only_tells(text: str) -> bool:
    """Whether an item tells what happened without a word on what was asked."""
    if not (cues.opens("telling_items", text) or cues.opens("telling", text)):
        return False
    if re.search(r"[？?]", text) or counts_tasks(text) or cues.has("reported", text):
        return False
    return not any(cues.has("reported", piece.text) for piece in split_item(text))
