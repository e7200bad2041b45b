"""Reads runs of plain lines, without heading or list mark: questions a line, a task, or prose; and code in fences."""

from __future__ import annotations

import re

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND, beside_round, round_in, rounds_in
from corpus.reading import cues
from corpus.reading.code import code_lines, without_comment_marks
from corpus.reading.decode import MAX_LINE
from corpus.reading.drafts import Draft
from corpus.reading.nesting import LONGEST_TOPIC
from corpus.reading.overview import HOW_MANY, round_ended
from corpus.reading.place import Place
from corpus.reading.signs import (
    HASHTAGS,
    QUOTE,
    announces_questions,
    asks_by_quotes,
    dates_event,
    is_terse,
    looks_like_question,
    no_text,
    only_labels,
    tells,
    tells_fact,
)
from corpus.reading.structure import (
    answer_of,
    company_in,
    heading_of,
    item_of,
    meta_of,
    opened_place,
    opened_round,
    plain,
)
from corpus.reading.taking import REVERSED, Taker
from corpus.reading.told import ToldInterviews, company_paragraph, company_told_of, tells_in_turn
from corpus.reading.told_english import is_english_tale
from corpus.report import Kind

FENCE = re.compile(r"^\s*(?:>\s*)?(```+|~~~+)")
_TASK_LABEL = re.compile(r"^\s*(?:\d+[.、]\s*)?(.{1,8}?)\s*\d*\s*[：:]\s*$")
_PART_LABEL = re.compile(r"\w{2,8}\s*\d{0,2}\s*[：:]")
_NAMES_TASK = re.compile(r"(?:手撕|算法|编程|代码|概率|智力|数学)(?:代码|题)?\s*\d?\s*(?:[：:].{0,20})?$")
_LONGEST_LABEL = 12
_NTH_TASK = re.compile(r"(?:.{0,6}[，,])?(?:算法题|编程题|笔试题|代码题)?第\s?[一二三四五1-5]\s?[道个]?题[：:]?")
_OF_ONESELF = re.compile(r"(?:我的?|本人的?|自己的?)?(?:简历|背景|经历).{0,8}[：:]")
_COUNTS_TASKS = re.compile(r".{0,4}(?:代码|算法|编程|手撕|写)题?[一两二三四2-4][个道](?:代码|算法|编程)?题?[：:]")
"""A label such as "手写代码两个："."""
_SUBJECT = re.compile(
    r"(?:简单|详细)?(?:介绍|讲讲|讲|说说|说|谈谈|聊聊)(?:一下|下)?\s*(\S.{1,15}?)\s*[：:]", re.IGNORECASE
)
_THEN = re.compile(
    r"(?:紧接着|接着|接下来|然后|之后|随后|后面|最后|第二天|再后来|很快|于是)?(?:就?开始了?|就?进行了?|迎来了?|是|就是|到了?)?(?:我的)?"
)
_DEFINES = re.compile(r"[^：:？?]{2,20}[：:]\s*\S")
_ON_INTERVIEWS = re.compile(r"面试|面经|[一二三四]面|实习|秋招|春招|校招|社招|养成|经历")
"""Words of a title, which asks nothing even if it ends with a question mark."""
_OF_RECRUITER = re.compile(r"(?:试)?(?:邀|在|说|给|打|加|联系|通知|约|小?姐|发|回复|那边|告诉)")
"""What goes on after "HR" where that is a person, no round."""
_NAME_FIRST = re.compile(r"([^：:，,。？?\s]{2,8})\s*[：:]\s*(\S.*)")
_BARE_COLON = re.compile(r"[^：:。？?]{2,24}[：:]\s*$")
_REFERENCE = re.compile(r"\s*\[.+\]\((?!\S*leetcode\S*/problems/)\S+\)\s*")
_NEAR = 8
"""Lines from a question down to what is said on it."""
_BEGINS_ANSWER = re.compile(r"(?:回答|我答|我的回答|思路).*[：:]$|(?:优点|缺点|优势|劣势|不足|步骤|原因)[：:]$")


_FEW_ASKING = 3
"""More plain lines that ask, half of all, are a list of questions although items stand between them."""


class PlainLines(Taker):
    """Takes lines by their index in the file; knows which of them are more than plain text."""

    def __init__(self, lines: list[str], file: str) -> None:
        super().__init__(file)
        code = code_lines(lines)
        self.lines = without_comment_marks(lines)
        for number in sorted(code):
            self.leave_out(number, "代码 (program code)")
        self.told_in_turn: dict[int, tuple[str, str]] = {}
        """Lines of prose that begin with a round, by index: its name, and what they tell of it."""
        self.unlisted: dict[int, str] = {}
        """Companies that nobody listed, by the index of the line that names them."""
        self.plain_list: tuple[int, bool] | None = None
        """Where the part being read ends, and whether it lists questions without marks."""
        self.colons = 0
        """How many questions of that part are lines that a colon ends, above their answers."""
        self.plain_before = False
        """Whether any part so far lists questions without marks."""
        self.in_answer = False
        """Whether the list being read is an answer."""
        self.below_question = False
        """Whether what is being read stands below a heading that asks."""
        self.headings_ask = False
        self.levels_ask: frozenset[int] = frozenset()
        """Whether the report's questions are numbered headings with answers below."""
        self.in_facts = False
        """Whether the list being read tells of the job."""
        self.quotes_ask = asks_by_quotes(self.lines)
        """Whether the report's questions are what it quotes."""
        self.in_parts: Draft | None = None
        """The task whose example or limits were read last."""
        self.title = -1
        """Index of the first line that isn't blank."""
        self.bare = False
        """Whether items ask although they stand under no company and round, as in a file that is one list."""

    def describes_task(self, number: int, text: str) -> bool:
        """Whether a line is a part of the task asked last: "示例 1:", "输入：…", and what stands below "提示:"."""
        if (
            self.last
            and not self.task
            and _NAMES_TASK.match(self.last.text)
            and item_of(self.lines[self.last.line - 1])
        ):
            above = next((i for i in range(number - 1, -1, -1) if self.lines[i].strip()), -1)
            told = cues.opens("telling", text) or tells(text) or re.search(r"[？?]\s*$", text)
            if above + 1 == self.last.line < number and not told:
                return len(text) > _LONGEST_LABEL
        if self.task or self.last is None or self.items:
            return False
        if cues.opens("task_parts", text) and _PART_LABEL.match(text):
            self.in_parts = self.last
        return self.in_parts is self.last and not looks_like_question(self.lines[number], known=True)

    def leave_out(self, number: int, reason: str) -> None:
        self.skip(number, reason)
        self.lines[number] = ""

    def read_run(self, number: int) -> int:
        """Takes plain lines up to the next blank, heading or item: questions a line, a task, or prose."""
        end = number
        while end < len(self.lines) and self.is_plain(end, number):
            end += 1
        run = range(number, max(end, number + 1))
        self.announced = announces_questions(plain(self.lines[run[-1]]))
        asking = [
            i
            for i in run
            if looks_like_question(self.lines[i], self.place.known) and not is_english_tale(self.lines[i])
        ]
        short = [i for i in run if len(self.lines[i]) <= 60 and cues.is_question(self.lines[i])]
        listed = len(asking) > 1 and len({*asking, *short}) * 2 > len(run) and self.place.known
        # Below a company alone stand remarks as well as questions, unless other parts list questions plainly.
        listing = self.place.round != UNKNOWN_ROUND or (self.plain_before and self.place.known)
        terse = listing and self.lists_plainly(number)
        if not self.lines[number].startswith((" ", "\t")):
            self.items = []
        for i in run:
            text = plain(self.lines[i])
            label = _TASK_LABEL.match(self.lines[i])
            self.in_answer = self.below_question or _BEGINS_ANSWER.match(text) is not None
            section = re.sub(r"\s+[A-Za-z ]+$", "", text).rstrip("：:")
            self.in_facts = len(section) <= 8 and cues.ends_with("fact_sections", section)
            self.in_facts |= not self.place.round_level and _OF_ONESELF.fullmatch(text) is not None
            if text.strip(" ：:") in cues.load_cues().section_ends:
                self.place.round, self.place.date = UNKNOWN_ROUND, None
                self.bare = not self.in_facts
            if self.below_question or self.describes_task(i, text):
                self.tell(text)
            elif self.in_facts or (i == self.title and _ON_INTERVIEWS.search(text)):
                self.remark(i, text)
            elif (only_labels(text) and (self.ends_part(i) or not (label and cues.has("task_labels", label[1])))) or (
                i == run.stop - 1 and self.labels_list(i, text)
            ):
                self.task = None
                self.place.section = Kind.CODING if text.strip(" ：:") in cues.load_cues().coding_sections else None
                self.remark(i, text)
            elif tells_fact(text):
                self.remark(i, text)
            elif (self.reversed and self.last) or self.elaborates(i, text) or self.refers(i):
                self.tell(text)
            elif (
                _NTH_TASK.fullmatch(text)
                or (self.place.known and len(text) < 4 and cues.has("task_labels", text))
                or (label and cues.has("task_labels", label[1]))
                or (self.place.known and text in cues.load_cues().coding_sections)
            ):
                self.begin_task(i, text)
            elif self.task and self.task.open_for_text:
                self.continue_task(i, text)
            elif re.search("[：:]", text[:24]) and self.read_company_paragraph(i, text):
                self.task = None
            elif self.place.known and tells_in_turn(text):
                self.task = None
                self.read_told(i, text)
            elif terse and is_terse(text) and not tells(text) and not is_english_tale(text):
                self.task = None
                if cues.opens("reports_question", text) and cues.kind_of(text, "") is not Kind.CODING:
                    self.read_told(i, text)
                else:
                    self.ask(i, text)
                    self.in_answer = self.is_answered_below(i, text)
            elif (
                i in asking
                or self.heads_answer(i, text)
                or (listed and len(text) <= 60 and not tells(text))
                or self.names_task(text)
            ):
                self.task = None
                main = self.ask(i, text)
                self.items = [(0, main)] if main and listed else []
                self.in_answer = self.is_answered_below(i, text)
            else:
                self.enter_by_prose(text)
                self.read_prose(i, text)
        return run.stop

    def names_task(self, text: str) -> bool:
        """Whether a short line is the first below a heading such as "编程题 1": the task's name."""
        first = self.place.section is Kind.CODING and self.last is None and self.place.known
        return first and is_terse(text) and not tells(text) and not cues.has("reports_question", text)

    def ends_part(self, number: int) -> bool:
        """Whether nothing stands between a line and the next part, or the end."""
        below = next((self.lines[i] for i in range(number + 1, len(self.lines)) if self.lines[i].strip()), None)
        return below is None or opens_part(below)

    def is_answered_below(self, number: int, text: str) -> bool:
        """Whether the list below a question on a line of its own is its answer: "目前的系统还能怎么优化："."""
        if not text.endswith(("：", ":", "？", "?")) or not cues.has("asks", text) or cues.has("several", text):
            return False
        item = item_of(next((line for line in self.lines[number + 1 : number + 3] if line.strip()), ""))
        return item is not None and not cues.is_question(item.text)

    def heads_answer(self, number: int, text: str) -> bool:
        """Whether a line is a question by its colon, in a part whose questions stand so: "常用的损失函数："."""
        if self.place.round == UNKNOWN_ROUND or self.colons < 3 or cues.opens("telling", text):
            return False
        first = number == 0 or not self.lines[number - 1].strip()
        return _BARE_COLON.match(text) is not None or (
            first and re.match(r"[^：:。，,]{2,20}[：:]\s*\S", text) is not None
        )

    def refers(self, number: int) -> bool:
        """Whether a line is nothing but a link, to be read on the question above it."""
        return (
            _REFERENCE.fullmatch(self.lines[number]) is not None
            and self.last is not None
            and (number + 1 - self.last.line <= _NEAR and not _REFERENCE.fullmatch(self.lines[self.last.line - 1]))
        )

    def elaborates(self, number: int, text: str) -> bool:
        """Whether a line says more on the subject asked of just before: "快排的原理：…" below "介绍快排："."""
        last = self.last
        if last is None or number + 1 - last.line > _NEAR or re.search(r"[？?]", text):
            return False
        above = self.lines[number - 1] if number else ""
        if self.colons > 2 and _BARE_COLON.match(above) and not looks_like_question(self.lines[number], known=True):
            return _BARE_COLON.match(text) is None
        asked = _SUBJECT.match(last.text)
        if asked is None or not text.casefold().startswith(asked[1].casefold()):
            return False
        return re.match(r".{0,12}[：:]\s*\S|是", text[len(asked[1]) :]) is not None

    def enter_by_prose(self, text: str) -> bool:
        """Enters the round that a paragraph begins with, in a report whose headings name none."""
        if not self.by_prose:
            return False
        company = company_told_of(text)
        if company:
            self.place = Place(company=company)
        told = beside_round(HOW_MANY.sub("", text))
        if told and not _THEN.sub("", told[1]).strip() and not _OF_RECRUITER.match(told[2]):
            self.place.round = told[0]
            return True
        if company and len(rounds := {name for _, name in rounds_in(text)}) == 1:
            self.place.round = rounds.pop()
        elif self.place.company != UNKNOWN_COMPANY and self.place.round == UNKNOWN_ROUND:
            self.place.round = round_ended(text) or UNKNOWN_ROUND
        return company is not None

    def dates_beside(self, number: int) -> bool:
        """Whether the items beside one are a calendar's too."""
        beside = (item_of(self.lines[i]) for i in (number - 1, number + 1) if 0 <= i < len(self.lines))
        return any(item and dates_event(item.text) for item in beside)

    def read_company_item(self, number: int, text: str) -> bool:
        """An item such as "旷视：手写 NMS；…", also with a company that nobody listed among such items."""
        if self.read_company_paragraph(number, text):
            return True
        name = _NAME_FIRST.match(text)
        if name is None or self.place.known or cues.is_question(name[1]) or cues.has("sections", name[1]):
            return False
        beside = (item_of(self.lines[i]) for i in (number - 1, number + 1) if 0 <= i < len(self.lines))
        if not any(item and company_paragraph(item.text) for item in beside):
            return False
        self.take_told(number, ToldInterviews(company_in(name[1]) or name[1], [(UNKNOWN_ROUND, name[2])]))
        return True

    def labels_list(self, number: int, text: str) -> bool:
        """Whether a short plain line, such as "模型原理", stands right above a list and only labels it."""
        below = next((line for line in self.lines[number + 1 : number + 3] if line.strip(" -*•")), "")
        lists = item_of(below) is not None or (self.quotes_ask and QUOTE.match(below) is not None)
        if not lists or len(text) > LONGEST_TOPIC:
            return False
        bare = text.strip(" ：:")
        if bare in cues.load_cues().labels or _COUNTS_TASKS.fullmatch(text):
            return True
        return not (re.search(r"[？?，,]", text) or cues.is_question(text) or tells(text))

    def lists_plainly(self, number: int) -> bool:
        """Whether what stands below the round's heading is a list of questions without marks, one a line."""
        if self.plain_list is None or number > self.plain_list[0]:
            end = number
            lines: list[str] = []
            while end < len(self.lines) and not (end > number and opens_part(self.lines[end])):
                if self.lines[end].strip() and not no_text(self.lines[end]):
                    lines.append(self.lines[end])
                end += 1
            marked = [line for line in lines if item_of(line) or answer_of(line) is not None]
            unmarked = [plain(line) for line in lines if not item_of(line) and answer_of(line) is None]
            unmarked = [line for line in unmarked if re.split("[：:]", line)[0] not in cues.load_cues().asides]
            asked = [line for line in unmarked if is_terse(line) and not tells(line)]
            points = sum(len(re.findall(r"[；;](?=.)", text)) + 1 for text in asked)
            clear = any(looks_like_question(line, known=True) for line in lines)
            # A single line is a question where other rounds were lists.
            least = 0 if self.plain_before else 1
            enough = len(asked) * 2 > len(unmarked) if clear else points > least and len(asked) * 3 > len(unmarked) * 2
            if marked:
                # Details below a few questions don't make it another list; lines such as "L1：…" are answers.
                defining = sum(_DEFINES.match(line) is not None for line in unmarked)
                mostly = len(asked) * 3 >= len(unmarked) * 2 and defining * 5 < len(unmarked)
                asking = sum(looks_like_question(line, known=True) for line in unmarked)
                few = len(marked) * 2 < len(unmarked) or (asking > _FEW_ASKING and asking * 2 >= len(unmarked))
                enough = enough and mostly and few
            self.plain_list = (end, enough)
            self.plain_before |= self.plain_list[1]
            self.colons = sum(_BARE_COLON.match(line) is not None and looks_like_question(line, True) for line in lines)
        return self.plain_list[1]

    def is_plain(self, i: int, first: int) -> bool:
        line = self.lines[i]
        if (
            not line.strip()
            or len(line) > MAX_LINE
            or i in self.unlisted
            or (i in self.told_in_turn and i > first)
            or any(p.match(line) for p in (FENCE, QUOTE, HASHTAGS))
        ):
            return False
        if i == first or (REVERSED.fullmatch(line) and line.rstrip().endswith(("：", ":"))):
            return i == first
        opens = opened_round(line) or opened_place(line) or item_of(line) or heading_of(line, None)
        return not (opens or meta_of(line) or answer_of(line))

    def read_quote(self, number: int, text: str) -> None:
        text = plain(text)
        if only_labels(text) and not REVERSED.fullmatch(text):
            # "面试官（hr 面）提问："
            self.items, self.last, self.task = [], None, None
            round_name = round_in(text)
            if round_name and self.place.round == UNKNOWN_ROUND:
                self.place.round = round_name
            self.remark(number, text)
        elif self.reversed and self.last:
            self.tell(text)
        elif self.quotes_ask and text:
            self.items = []
            self.ask(number, text)
        elif self.items or (self.last and not re.search("[？?]$", text)):
            self.tell(text)
        elif cues.is_question(text):
            self.ask(number, text)
        elif text:
            self.builder.remark(self.place.company, self.place.round, self.place.date, text, number + 1)

    def read_code(self, number: int) -> int:
        """Takes a fenced block: part of a task, else an answer to the question asked last."""
        opening = FENCE.match(self.lines[number])
        mark = opening[1] if opening else "```"
        indent = len(self.lines[number]) - len(self.lines[number].lstrip())
        end = next(
            (i for i in range(number + 1, len(self.lines)) if self.lines[i].strip().rstrip() == mark),
            len(self.lines),
        )
        if end == len(self.lines):
            self.skip(number, "代码块没有结束，读到文件末尾 (a code fence never closed: read to the end)")
        body = [line[min(indent, len(line) - len(line.lstrip())) :] for line in self.lines[number + 1 : end]]
        code = "\n".join(line for line in body if len(line) <= MAX_LINE)
        solution = re.search(r"\b(?:def|return|class|int main|import|public|void)\b", code) is not None
        target = self.task or self.last
        if target is None:
            self.skip(number, "代码不在任何问题之下 (code under no question)")
        elif not solution and (self.task or (target.kind_now() is Kind.CODING and not target.answers)):
            target.text += f"\n{code}"
        else:
            target.answers.append(f"```\n{code}\n```")
            self.task = None
        return end + 1


def opens_part(line: str) -> bool:
    """Whether a line opens a round or a company's part."""
    return heading_of(line, None) is not None or opened_round(line) is not None
