"""Collects what the reader of wild reports finds and makes a Report of it: redacted, each question once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND, canonical_round
from corpus.reading import cues
from corpus.reading.parsed import ParsedReport, Skipped, question_id
from corpus.redact import redact
from corpus.report import Answer, Kind, Question, Remark, Report, Round, Source

_Key = tuple[str, str, str | None]


@dataclass
class Draft:
    """A question while its lines are being read."""

    text: str
    line: int
    round: str
    parent: Draft | None
    section: Kind | None
    answers: list[str] = field(default_factory=list)
    explained: list[str] = field(default_factory=list)
    """Answers that the report lists below the question."""
    notes: list[str] = field(default_factory=list)
    kind: Kind | None = None
    """Set where the place decides it, not the words."""
    open_for_text: bool = False
    """A task whose description goes on in the lines below."""
    bare_label: bool = True
    """So far the text is only a label such as 题目：."""
    id: str = ""

    def kind_now(self) -> Kind:
        """The kind that the words read so far speak for."""
        parent = self.parent.kind_now() if self.parent else None
        return self.kind or cues.kind_of(self.text, self.round, self.section, parent)


@dataclass
class _Part:
    line: int
    explicit: bool
    """Whether a heading opened it."""
    questions: list[Draft] = field(default_factory=list)
    remarks: list[tuple[str, int]] = field(default_factory=list)


class Builder:
    """Rounds in the order in which they first appear; a section that returns to a round adds to it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.numbers: list[int] = []
        """Which line of the file each line read is, from 1, where not all are lines of it."""
        self.season = ""
        self.about: dict[str, str] = {}
        self.outcomes: dict[str, str] = {}
        self.parts: dict[_Key, _Part] = {}
        self.first_keys: dict[tuple[str, str], _Key] = {}
        """The first part of each company's round, whatever its date."""
        self.skipped: list[Skipped] = []

    def skip(self, line: int, reason: str) -> None:
        self.skipped.append(Skipped(file=self.file, line=self._in_file(line), reason=reason))

    def heading(self, company: str, round_name: str, date: str | None, line: int) -> None:
        """A round was announced, whether or not a question follows."""
        self.part(company, round_name, date, line).explicit = True

    def describe(self, name: str, value: str) -> None:
        self.about.setdefault(name, value)

    def outcome(self, company: str, text: str, line: int) -> None:
        self.outcomes[company] = text

    def question(
        self,
        company: str,
        round_name: str,
        date: str | None,
        text: str,
        line: int,
        parent: Draft | None,
        section: Kind | None,
    ) -> Draft | None:
        """A new question; None, and Skipped, where nothing but punctuation is left."""
        if len(re.findall(r"\w", text)) < 2 or not re.search(r"[^\W\d_]", text):
            self.skip(line, "只有标点 (nothing but punctuation)")
            return None
        draft = Draft(text, line, round_name, parent, section)
        self.part(company, round_name, date, line).questions.append(draft)
        return draft

    def remark(self, company: str, round_name: str, date: str | None, text: str, line: int) -> None:
        if len(re.findall(r"\w", text)) >= 4:
            self.part(company, round_name, date, line).remarks.append((text, line))

    def part(self, company: str, round_name: str, date: str | None, line: int) -> _Part:
        key = (company, round_name, date)
        if date is None:
            # A section without date that returns to a round means the one that has it.
            key = self.first_keys.get(key[:2], key)
        self.first_keys.setdefault(key[:2], key)
        return self.parts.setdefault(key, _Part(line, False))

    def build(self, year: int | None) -> ParsedReport:
        """The report of everything taken so far."""
        self.name_first_rounds()
        self.place_remarks()
        seen: dict[str, int] = {}
        rounds: list[Round] = []
        remarks: list[Remark] = []
        for (company, name, date), part in self.parts.items():
            found = (self.finished(draft, company, name, date, seen) for draft in part.questions)
            questions = tuple(question for question in found if question)
            told = tuple(remark for text, line in part.remarks if (remark := self.told(text, line)))
            if questions or (told and company != UNKNOWN_COMPANY):
                rounds.append(Round(company=company, name=name, date=date, questions=questions, remarks=told))
                continue
            remarks += told
            if part.explicit:
                self.skip(part.line, "这一轮没有问题 (a round without questions)")
        outcomes = "；".join(f"{company}：{text}" for company, text in self.outcomes.items())
        report = Report(
            file=self.file,
            team=redact(self.about.get("team", "")),
            role=redact(self.about.get("role", "")),
            season=self.season,
            year=year,
            outcome=redact(outcomes),
            rounds=tuple(rounds),
            remarks=tuple(remarks),
        )
        return ParsedReport(report, sorted(self.skipped, key=lambda skipped: skipped.line))

    def name_first_rounds(self) -> None:
        """What a company's report tells under no round before its 二面, without a 一面 anywhere, is on 一面."""
        first, second = canonical_round("一面"), canonical_round("二面")
        parts: dict[_Key, _Part] = {}
        lines: dict[str, dict[str, int]] = {}
        for (company, name, _), part in self.parts.items():
            lines.setdefault(company, {}).setdefault(name, part.line)
        for key, part in self.parts.items():
            company, name, date = key
            named = lines[company]
            if name == UNKNOWN_ROUND and first and first not in named and part.line < named.get(second or "", 0):
                key = (company, first, date)
            parts[key] = part
        self.parts = parts

    def place_remarks(self) -> None:
        """What is told of a company before its first round goes to that round.

        Prose about no company and no round is about the author: it stays out.
        """
        by_company: dict[str, list[_Part]] = {}
        for (company, _, _), part in self.parts.items():
            by_company.setdefault(company, []).append(part)
        for (company, name, _), part in self.parts.items():
            if (company, name) == (UNKNOWN_COMPANY, UNKNOWN_ROUND):
                for _, line in part.remarks:
                    self.skip(line, "不在公司或轮次之下的文字 (prose under no company or round)")
                part.remarks = []
            elif name == UNKNOWN_ROUND and not part.questions:
                others = (other for other in by_company[company] if other is not part)
                if first := next(others, None):
                    first.remarks, part.remarks = part.remarks + first.remarks, []

    def finished(
        self, draft: Draft, company: str, name: str, date: str | None, seen: dict[str, int]
    ) -> Question | None:
        source = (Source(file=self.file, line=self._in_file(draft.line)),)
        text = redact(draft.text.strip())
        draft.id = question_id(company, name, date, source, text)
        if draft.id in seen:
            first = self._in_file(seen[draft.id])
            self.skip(draft.line, f"与第 {first} 行的问题相同 (the same question as in line {first})")
            return None
        seen[draft.id] = draft.line
        parent = draft.parent.id if draft.parent and draft.parent.id in seen else None
        return Question(
            id=draft.id,
            company=company,
            round=name,
            date=date,
            kind=draft.kind_now(),
            text=text,
            source=source,
            follows=parent,
            answers=(
                *(Answer(by="candidate", text=redact(answer)) for answer in draft.answers),
                *(Answer(by="report", text=redact(answer)) for answer in draft.explained),
            ),
            notes=tuple(redact(note) for note in draft.notes),
        )

    def told(self, text: str, line: int) -> Remark | None:
        """The remark; None where redaction leaves nothing."""
        clean = redact(text)
        if len(re.findall(r"\w", re.sub(r"\[[^\[\]]*\]", "", clean))) < 4:
            return None
        return Remark(about=cues.subject_of(text), text=clean, source=Source(file=self.file, line=self._in_file(line)))

    def _in_file(self, line: int) -> int:
        return self.numbers[line - 1] if self.numbers else line
