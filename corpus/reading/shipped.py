"""Reads reports in the format of this project (`corpus/README.md`), strictly.

Anything that isn't understood is a ParseError that names file, line and key. Other people's reports are read
by `corpus.reading.wild`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn

import yaml

from corpus.companies import UNKNOWN_COMPANY, canonical_round, find_company, round_names
from corpus.errors import ParseError
from corpus.reading.dates import is_date
from corpus.reading.decode import MAX_LINE
from corpus.reading.keys import (
    ABOUT,
    ANSWERERS,
    FRONT_KEYS,
    KINDS,
    LONGEST_ROUND,
    META_KEYS,
    REMARK_KEYS,
    TEXT_KEYS,
    TRAITS,
)
from corpus.reading.parsed import ParsedReport, question_id
from corpus.report import Answer, Kind, Question, Remark, Report, Round, Source, Trait
from corpus.yaml_text import parsed_yaml

_FENCE = re.compile(r"^\s*(```+|~~~+)")
_HEADING = re.compile(r"^(#+)\s*(.*?)\s*$")
_ITEM = re.compile(r"^(\s*)\d+[.、)）]\s+(.*?)\s*$")
_ANSWER = re.compile(r"^(?:答|A|Answer)\s*(?:[（(]\s*([^）)]*?)\s*[）)])?\s*[：:]\s*(.*)$")
_NOTE = re.compile(r"^(?:注|Note)\s*(?:[（(]\s*([^）)]*?)\s*[）)])?\s*[：:]\s*(.*)$")
_KEY = re.compile(r"^([A-Za-z][A-Za-z_-]*)\s*:\s*(.*)$")
_SOURCE = re.compile(r"^([^\s/\\:]+):(\d+)$")
_SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_PROBLEM = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*(--[a-z0-9]+(-[a-z0-9]+)*)?$")
"""A variant's slug is its problem's, two hyphens, and its own name."""


@dataclass
class _Draft:
    """A question or remark while its lines are being read."""

    line: int
    indent: int
    text: str
    about: Literal["manner", "team", "outcome", "advice", "note"] | None = None
    """Set on remarks only."""
    values: dict[str, str] = field(default_factory=dict)
    source: tuple[Source, ...] = ()
    answers: list[Answer] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    last: Literal["text", "answer", "note"] = "text"
    parent: _Draft | None = None
    id: str = ""

    def append(self, line: str) -> None:
        """Adds a line of code to what was written last."""
        if self.last == "answer":
            answer = self.answers[-1]
            self.answers[-1] = answer.model_copy(update={"text": f"{answer.text}\n{line}"})
        elif self.last == "note":
            self.notes[-1] += f"\n{line}"
        else:
            self.text += f"\n{line}"


@dataclass
class _RoundDraft:
    line: int
    name: str
    date: str | None
    questions: list[_Draft] = field(default_factory=list)
    remarks: list[_Draft] = field(default_factory=list)


def front_matter_end(lines: list[str]) -> int | None:
    """Index of the line that closes the front matter; None without one."""
    if not lines or lines[0].strip() != "---":
        return None
    return next((i for i, line in enumerate(lines[1:], 1) if line.strip() in ("---", "...")), None)


def is_shipped(lines: list[str]) -> bool:
    """Whether the front matter has the two keys that mark this project's format, and no title, as blogs have it."""
    end = front_matter_end(lines)
    keys = {line.partition(":")[0].strip() for line in (lines[1:end] if end else ())}
    return keys >= {"company", "source"} and "title" not in keys


def parse_shipped(lines: list[str], file: str, clean: Callable[[str], str]) -> ParsedReport:
    """Reads the whole file; `clean` takes personal data out of each text.

    Raises ParseError at the first thing that isn't understood.
    """
    return _Reader(lines, file, clean).read()


class _Reader:
    def __init__(self, lines: list[str], file: str, clean: Callable[[str], str]) -> None:
        self.lines = lines
        self.file = file
        self.clean = clean
        self.line = 1
        self.files: tuple[str, ...] = ()
        self.rounds: list[_RoundDraft] = []
        self.remarks: list[_Draft] = []
        self.open: list[_Draft] = []
        """The item being read and its ancestors, outermost first; or one remark."""
        self.fence: str | None = None
        self.titled = False

    def fail(self, key: str, reason: str, advice: str, line: int | None = None) -> NoReturn:
        raise ParseError(f"{key}: {reason}; {advice}", file=self.file, line=line or self.line)

    def read(self) -> ParsedReport:
        end = front_matter_end(self.lines)
        assert end is not None
        front = self.read_front(end)
        for number, line in enumerate(self.lines[end + 1 :], end + 2):
            self.line = number
            if len(line) > MAX_LINE:
                self.fail("line", f"longer than {MAX_LINE} characters", "break it up")
            self.take(line.rstrip())
        if self.fence:
            self.fail("code fence", "never closed", f"close it with {self.fence}")
        return ParsedReport(self.build(front), [])

    def read_front(self, end: int) -> dict[str, Any]:
        for number, line in enumerate(self.lines[1:end], 2):
            self.line = number
            key = re.match(r"([^\s:#][^:]*?)\s*:", line)
            if key and key[1] not in FRONT_KEYS:
                self.fail(f"front matter {key[1]!r}", "unknown key", f"use one of {', '.join(FRONT_KEYS)}")
            if key and any(other.startswith(f"{key[1]}:") for other in self.lines[1 : self.line - 1]):
                self.fail(f"front matter {key[1]!r}", "given twice", "keep one")
        self.line = 1
        try:
            front = parsed_yaml("\n".join(self.lines[1:end]))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            where = mark.line + 2 if mark else 1
            self.fail("front matter", "not valid YAML", "quote values that contain ': ' or '#'", where)
        if not isinstance(front, dict):
            self.fail("front matter", "not a list of keys", "write one 'key: value' a line")
        sources = front.get("source")
        listed = sources if isinstance(sources, list) else re.split(r"[,，]\s*", str(sources or ""))
        self.files = tuple(str(name).strip() for name in listed)
        for key, value in front.items():
            self.line = next(i for i, line in enumerate(self.lines, 1) if line.startswith(f"{key}"))
            if key == "year":
                if value is not None and (type(value) is not int or not 1990 <= value <= 2100):
                    self.fail("year", f"{value!r} is no year", "write four digits")
            elif key != "source" and not isinstance(value, str | int | float | None):
                self.fail(key, "not a text", "write one line of text")
            if key == "company" and find_company(str(value)) is None and value != UNKNOWN_COMPANY:
                self.fail("company", f"unknown company {value!r}", "add it to corpus/companies.yaml")
            if key == "source" and not all(re.fullmatch(r"[^\s/\\:]+", name) for name in self.files):
                self.fail("source", f"{value!r} is no list of file names", "write names without folders")
        return front

    def take(self, line: str) -> None:
        if self.fence or _FENCE.match(line):
            self.take_code(line)
        elif not line.strip():
            return
        elif heading := _HEADING.match(line):
            self.take_heading(len(heading[1]), heading[2])
        elif item := _ITEM.match(line):
            self.take_item(len(item[1].expandtabs(4)), item[2])
        else:
            self.take_field(line.strip(), len(line) - len(line.lstrip()))

    def take_code(self, line: str) -> None:
        if not self.open:
            self.fail("code fence", "outside of a question", "indent it under the question it belongs to")
        owner = self.open[-1]
        mark = _FENCE.match(line)
        if self.fence is None and mark:
            self.fence = mark[1]
        elif mark and line.strip() == self.fence:
            self.fence = None
        indent = min(len(line) - len(line.lstrip()), owner.indent + 3)
        owner.append(line[indent:])

    def take_heading(self, level: int, text: str) -> None:
        self.open = []
        if level == 1:
            if self.titled or self.rounds:
                self.fail("heading", "second title", "one report a file; use ## for rounds")
            self.titled = True
            return
        if level > 2:
            self.fail("heading", f"level {level}", "rounds are ##, questions are numbered items")
        name, _, date = text.rpartition(" ") if is_date(text.rpartition(" ")[2]) else (text, "", "")
        canonical = canonical_round(name)
        if canonical is None:
            words = text.split()
            if len(words) > 1 and canonical_round(" ".join(words[:-1])):
                self.fail("date", f"bad date {words[-1]!r}", "write YYYY-MM-DD, YYYY-MM, YYYY or MM-DD")
            self.fail("round", f"unknown round {text!r}", f"use one of {', '.join(round_names())}, then the date")
        self.rounds.append(_RoundDraft(self.line, canonical, date or None))

    def take_item(self, indent: int, text: str) -> None:
        if not self.rounds:
            self.fail("question", "stands before the first round", "put it under a heading such as '## 一面'")
        if not text:
            self.fail("question", "empty", "write the question, or remove the number")
        while self.open and (self.open[-1].about or self.open[-1].indent >= indent):
            self.open.pop()
        draft = _Draft(self.line, indent, text, parent=self.open[-1] if self.open else None)
        if draft.parent is None and indent > 1:
            self.fail("question", "indented, but there is nothing that it follows up on", "move it to the left")
        self.open.append(draft)
        self.rounds[-1].questions.append(draft)

    def take_field(self, text: str, indent: int) -> None:
        note, answer, key = _NOTE.match(text), _ANSWER.match(text), _KEY.match(text)
        if note and (indent == 0 or not self.open or self.open[-1].about):
            self.take_remark(note[1], note[2], indent)
        elif not self.open:
            self.fail("text", f"not understood: {text[:40]!r}", "start it with a number, a heading or 注（…）：")
        elif note:
            if note[1] and note[1] not in ABOUT:
                self.fail("注", f"unknown subject {note[1]!r}", f"use one of {', '.join(ABOUT)}")
            self.open[-1].notes.append(self.filled("注", note[2]))
            self.open[-1].last = "note"
        elif answer:
            self.take_answer(answer[1], answer[2])
        elif key:
            self.take_key(key[1], key[2], text)
        else:
            advice = "start the line with 答（候选人）：, 注：, EN:, ask:, ask-en:, also: or source:"
            self.fail("text", f"not understood: {text[:40]!r}", advice)

    def take_remark(self, about: str | None, text: str, indent: int) -> None:
        subject = ABOUT.get(about or "备注")
        if subject is None:
            self.fail("注", f"unknown subject {about!r}", f"use one of {', '.join(ABOUT)}")
        draft = _Draft(self.line, indent, self.filled("注", text), about=subject)
        self.open = [draft]
        (self.rounds[-1].remarks if self.rounds else self.remarks).append(draft)

    def take_answer(self, by: str | None, text: str) -> None:
        owner = self.open[-1]
        if owner.about:
            self.fail("答", "stands under a remark", "put it under its question")
        if (by or "报告") not in ANSWERERS:
            self.fail("答", f"unknown speaker {by!r}", f"use one of {', '.join(ANSWERERS)}")
        owner.answers.append(Answer(by=ANSWERERS[by or "报告"], text=self.filled("答", text)))
        owner.last = "answer"

    def take_key(self, key: str, value: str, text: str) -> None:
        owner = self.open[-1]
        allowed = REMARK_KEYS if owner.about else (*TEXT_KEYS, *META_KEYS)
        if key == "EN" and owner.last == "answer":
            if owner.answers[-1].text_en:
                self.fail(key, "given twice", "keep one")
            owner.answers[-1] = owner.answers[-1].model_copy(update={"text_en": self.filled(key, value)})
            return
        if key in TEXT_KEYS and key in allowed:
            if key == "also" and not all(map(str.strip, value.split("|"))):
                self.fail("also", "an empty phrase", "write 'also: phrase | phrase', with something between the |")
            self.put(key, self.filled(key, value))
            return
        for part in text.split(" | "):
            pair = _KEY.match(part.strip())
            if pair is None:
                self.fail("meta line", f"{part.strip()!r} is no 'key: value'", "separate the keys with ' | '")
            if pair[1] not in allowed:
                near = difflib.get_close_matches(pair[1], allowed, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(allowed)}"
                self.fail(repr(pair[1]), "unknown key", hint)
            self.put_meta(pair[1], self.filled(pair[1], pair[2].strip()))

    def put_meta(self, key: str, value: str) -> None:
        if key == "source":
            self.open[-1].source = tuple(self.source_of(part.strip()) for part in value.split(","))
        elif key == "kind" and value not in KINDS:
            self.fail("kind", f"unknown kind {value!r}", f"use one of {', '.join(KINDS)}")
        elif key in ("rubric", "problem", "drill") and not (_PROBLEM if key == "problem" else _SLUG).match(value):
            self.fail(key, f"{value!r} is no slug", "use lower-case letters, digits and single hyphens")
        elif key == "topics" and not all(part.strip() for part in value.split(",")):
            self.fail("topics", "an empty topic", "separate topics with single commas")
        elif key == "shows" and (unknown := [name for name in listed(value) if name not in TRAITS]):
            self.fail("shows", f"unknown trait {unknown[0]!r}", f"use one of {', '.join(TRAITS)}")
        elif key == "minutes" and not (re.fullmatch(r"[0-9]{1,3}", value) and 0 < int(value) <= LONGEST_ROUND):
            self.fail("minutes", f"{value!r} is no length of a round", f"write a number from 1 to {LONGEST_ROUND}")
        self.put(key, value)

    def source_of(self, text: str) -> Source:
        match = _SOURCE.match(text)
        if match is None or int(match[2]) < 1:
            self.fail("source", f"malformed source {text!r}", "write file:line, e.g. report.txt:12")
        if match[1] not in self.files:
            self.fail("source", f"{match[1]!r} is not a source of this report", "name it in the front matter")
        return Source(file=match[1], line=int(match[2]))

    def put(self, key: str, value: str) -> None:
        if key in self.open[-1].values:
            self.fail(key, "given twice", "keep one")
        self.open[-1].values[key] = value

    def filled(self, key: str, value: str) -> str:
        if not value.strip():
            self.fail(key, "empty", "write a value, or remove the line")
        return value.strip()

    def build(self, front: dict[str, Any]) -> Report:
        found = find_company(str(front["company"]))
        company = found.name if found else UNKNOWN_COMPANY
        seen: dict[str, int] = {}
        rounds = []
        for draft in self.rounds:
            questions = tuple(self.question(q, company, draft) for q in draft.questions)
            for question, where in zip(questions, draft.questions, strict=True):
                if question.id in seen:
                    first = seen[question.id]
                    self.fail("question", f"the same as in line {first}", "keep one of them", where.line)
                seen[question.id] = where.line
            rounds.append(
                Round(
                    company=company,
                    name=draft.name,
                    date=draft.date,
                    questions=questions,
                    remarks=tuple(self.remark(r) for r in draft.remarks),
                )
            )
        texts = {key: self.clean(str(front.get(key) or "")) for key in ("team", "role", "season", "outcome")}
        return Report(
            file=self.file,
            year=front.get("year"),
            company=company,
            rounds=tuple(rounds),
            remarks=tuple(self.remark(r) for r in self.remarks),
            **texts,
        )

    def question(self, draft: _Draft, company: str, round_: _RoundDraft) -> Question:
        for key in ("source", "kind"):
            if key not in draft.values:
                self.fail(key, "missing", "add it: 'source: file:line | kind: …'", draft.line)
        text = self.clean(draft.text)
        draft.id = question_id(company, round_.name, round_.date, draft.source, text)
        values = draft.values
        return Question(
            id=draft.id,
            company=company,
            round=round_.name,
            date=round_.date,
            kind=Kind(values["kind"]),
            text=text,
            text_en=self.clean(values.get("EN", "")),
            ask=self.clean(values.get("ask", "")),
            ask_en=self.clean(values.get("ask-en", "")),
            also=tuple(self.clean(part.strip()) for part in values.get("also", "").split("|") if part),
            topics=tuple(listed(values.get("topics", ""))),
            source=draft.source,
            follows=draft.parent.id if draft.parent else None,
            answers=tuple(
                Answer(by=answer.by, text=self.clean(answer.text), text_en=self.clean(answer.text_en))
                for answer in draft.answers
            ),
            notes=tuple(self.clean(note) for note in draft.notes),
            rubric=values.get("rubric"),
            problem=values.get("problem"),
            drill=values.get("drill"),
        )

    def remark(self, draft: _Draft) -> Remark:
        return Remark(
            about=draft.about or "note",
            text=self.clean(draft.text),
            text_en=self.clean(draft.values.get("EN", "")),
            source=draft.source[0] if draft.source else None,
            shows=tuple(Trait(name) for name in dict.fromkeys(listed(draft.values.get("shows", "")))),
            minutes=int(draft.values["minutes"]) if "minutes" in draft.values else None,
        )


def listed(value: str) -> list[str]:
    """The parts of a list with commas; none of nothing."""
    return [part.strip() for part in value.split(",")] if value else []
