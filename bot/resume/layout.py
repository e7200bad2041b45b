"""The lines of a CV with the section and the project that each belongs to: by headings, periods of time, bullets and
blank lines. What the lines say is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.resume.cues import Section, resume_cues
from bot.scorers.text import fold, spoken

MOST_PROJECTS = 6
LONGEST_NAME = 60
LONGEST_BARE_NAME = 25
"""Characters of a name that nothing but its shortness shows to be one."""

_YEAR = r"(?:19|20)\d{2}"
_DATE = rf"{_YEAR}\s?(?:[./年-]\s?\d{{1,2}}\s?月?(?:[./-]\d{{1,2}})?|年)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PERIOD = re.compile(
    rf"[(（\[]?\s?(?:{_MONTH}\s)?{_DATE}\s*(?:-{{1,2}}|[–—~～至到]+|\bto\b)\s*"
    rf"(?:(?:{_MONTH}\s)?{_DATE}|至今|今|现在|now|present)\s?[)）\]]?",
    re.IGNORECASE,
)
_TRAILING_DATE = re.compile(rf"[\s|｜·,，(（]+{_DATE}\s?[)）]?$")
_BULLET = re.compile(
    r"^\s*(?:[-*+–—](?=[\s\u4e00-\u9fff])|[•●▪◦·○■□➢►✓]|[(（]\d{1,2}[)）]|\d{1,2}[)、]|[①-⑮])\s*(?=\S)"
)
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}\s?[.．](?!\d)|[一二三四五六七八九十]{1,2}、)\s*")
_DECORATION = "#*-•·【】[]■●▪◆|｜—– \t"
_PARTS = re.compile(r"\s*[|｜\t]\s*|\s{2,}|\s[–—-]\s|\s·\s")
_ENDS = tuple("。；;！!.,，、:：")
_SENTENCE_ENDS = tuple("。；;！!.")


@dataclass(frozen=True)
class Line:
    """A line that is no heading and no name."""

    text: str
    """Verbatim, without bullet and blanks around it."""
    section: Section | None
    """None above the first heading."""
    project: str | None


@dataclass
class Entry:
    """A project as it is being read."""

    name: str
    period: str = ""
    lines: list[str] = field(default_factory=list)


def read_layout(text: str) -> tuple[Sequence[Entry], Sequence[Line]]:
    """The projects of a CV, in order, and all of its lines."""
    reader = _Reader(has_projects=any(_section_of(bare_line(line)) == "projects" for line in text.splitlines()))
    lines = text.splitlines()
    for place, line in enumerate(lines):
        reader.read(line, lines[place + 1] if place + 1 < len(lines) else "")
    return reader.entries[:MOST_PROJECTS], reader.lines


class _Reader:
    def __init__(self, *, has_projects: bool) -> None:
        self.has_projects = has_projects
        self.entries: list[Entry] = []
        self.lines: list[Line] = []
        self._section: Section | None = None
        self._entry: Entry | None = None
        self._opens = False
        """The next short line begins an entry: a heading, or a blank line, came before it."""
        self._below_heading = False
        self._bulleted = False
        """The entries of this section are bullets, "• name：what it is"."""
        self._period = ""
        """A period on a line of its own, whose name is still to come."""
        self._before = ""

    def read(self, line: str, following: str) -> None:
        bare = bare_line(line)
        if not bare:
            self._opens = self._opens or (self._in_projects and not self._bulleted)
            return
        section, content = _section_of(bare), ""
        if section is None and not (self._entry is not None and _is_detail(bare)):
            section, content = _headed(bare)
        if section is not None:
            self._section, self._entry, self._period = section, None, ""
            self._opens = self._below_heading = section == "projects"
            self._bulleted = False
            self._keep(content)
        else:
            self._content(line, bare, following)
            self._below_heading = False
        self._before = line.strip()

    @property
    def _in_projects(self) -> bool:
        return self._section == "projects"

    def _content(self, line: str, bare: str, following: str) -> None:
        if (labelled := _labelled(bare)) is not None:
            self._begin(labelled)
            return
        period = _PERIOD.search(bare)
        rest = _without_period(bare)
        if period is not None and not rest:
            self._bare_period(period[0])
        elif self._in_projects and (name := self._bulleted_name(line, bare)):
            self._begin(name, period[0] if period else "")
            self._keep(bare[len(name) :].lstrip(" :：—–-"))
        elif self._begins_entry(line, bare, rest, following, has_period=period is not None):
            self._begin(rest, period[0] if period else "")
        else:
            if period is None and not _BULLET.match(line):
                self._opens = False
            if period is not None and self._entry is not None and not self._entry.period and _is_detail(bare):
                self._entry.period = period[0]
            self._keep(bare)

    def _begins_entry(self, line: str, bare: str, rest: str, following: str, *, has_period: bool) -> bool:
        if len(bare) > LONGEST_NAME + 20 or len(rest) > LONGEST_NAME or _BULLET.match(line) or _is_detail(bare):
            return False
        if not self._in_projects:
            # Without headings, a period of time is what tells a project from the rest.
            return not self.has_projects and self._section is None and has_period and not _is_school(bare)
        if _is_school(bare) and has_period:
            return False
        if has_period or self._period or line.lstrip().startswith("#"):
            return True
        if rest.endswith(_ENDS) or _is_position(rest):
            return False
        if self._opens:
            return True
        return (
            len(rest) <= LONGEST_BARE_NAME
            and not any(char.isdigit() for char in rest)
            and not re.search(r"[,，。:：]", rest)
            and self._before.endswith(_SENTENCE_ENDS)
            and (_BULLET.match(following) is not None or len(following.strip()) > len(rest))
        )

    def _bulleted_name(self, line: str, bare: str) -> str | None:
        """The name in "• name：what it is", right below a heading or where the section goes on like that."""
        if not (self._below_heading or self._bulleted) or not _BULLET.match(line):
            return None
        head, colon, rest = bare.partition("：") if "：" in bare else bare.partition(":")
        if not colon or not rest.strip() or not 2 <= len(head) <= LONGEST_BARE_NAME or _is_detail(bare):
            return None
        self._bulleted = True
        return head

    def _bare_period(self, period: str) -> None:
        if not self._in_projects and self.has_projects:
            return
        entry = self._entry
        if entry is not None and not entry.lines and not entry.period:
            entry.period = period
        else:
            self._period, self._opens = period, self._in_projects

    def _begin(self, name: str, period: str = "") -> None:
        cleaned = clean_name(name)
        if not cleaned:
            return
        known = next((entry for entry in self.entries if entry.name == cleaned), None)
        self._entry = known or Entry(cleaned)
        self._entry.period = self._entry.period or period_in(period) or self._period
        if known is None:
            self.entries.append(self._entry)
        self._period = ""
        self._opens = False

    def _keep(self, bare: str) -> None:
        if not bare:
            return
        if self._entry is not None and self._entry not in self.entries[:MOST_PROJECTS]:
            return
        if self._entry is not None:
            self._entry.lines.append(bare)
        self.lines.append(Line(bare, self._section, self._entry.name if self._entry else None))


def clean_name(name: str) -> str:
    """A project's name without period, position and decoration around it."""
    parts: Iterator[str] = (part.strip(" ，,。.|：:「」*") for part in _PARTS.split(_without_period(name)))
    kept = [part for part in parts if part]
    named = [part for part in kept if not _is_position(part)]
    return _TRAILING_DATE.sub("", (named or kept or [""])[0]).strip(" ，,。.|：:「」*")


def bare_line(line: str) -> str:
    """A line without bullet, number and decoration."""
    text = line.strip()
    text = _BULLET.sub("", text, count=1)
    text = _NUMBERED.sub("", text, count=1)
    return text.strip(_DECORATION).strip()


def period_in(line: str) -> str:
    """The period of time that a line gives, as written; empty where it gives none."""
    found = _PERIOD.search(line)
    return found[0].strip("()（）[] ") if found is not None else ""


def _without_period(text: str) -> str:
    rest = _TRAILING_DATE.sub("", _PERIOD.sub(" ", text)).strip(" \t|｜,，·-–—")
    return re.sub(r"\s*[(（]\s*[)）]", "", rest)


def _folded(text: str) -> str:
    return fold(spoken(text)).text


def _section_of(bare: str) -> Section | None:
    """The section that a line is the heading of."""
    if len(bare) > 30:
        return None
    heading = re.sub(r"^\W+|\W+$", "", _folded(bare))
    for halves in (heading, re.split(r"[/&|(（ ]", heading)[0] if any(c > "\u2e80" for c in heading) else heading):
        for section, headings in resume_cues().sections.items():
            if headings.fullmatch(halves):
                return section
    return None


def _headed(bare: str) -> tuple[Section | None, str]:
    """Section and content of a line such as "技能：Python、C++"."""
    head, colon, rest = bare.partition("：") if "：" in bare else bare.partition(":")
    section = _section_of(head.strip(_DECORATION)) if colon and rest.strip() else None
    return (section, rest.strip(_DECORATION)) if section in ("skills", "publications", "other") else (None, "")


def _labelled(bare: str) -> str | None:
    head, colon, rest = bare.partition("：") if "：" in bare else bare.partition(":")
    if not colon or not rest.strip() or not resume_cues().labels.fullmatch(_folded(head.strip())):
        return None
    return rest


def _is_detail(bare: str) -> bool:
    """Whether a line says something of a project, as "技术栈：PyTorch"."""
    head = re.split(r"[:：]", bare, maxsplit=1)
    if len(head) < 2:
        return False
    folded = _folded(head[0])
    return len(folded) <= 20 and resume_cues().details.search(folded) is not None


def _is_position(text: str) -> bool:
    folded = _folded(text)
    found = resume_cues().positions.search(folded)
    return found is not None and len(folded) <= (14 if found[0].isascii() is False else 28)


def _is_school(text: str) -> bool:
    return resume_cues().schools.search(_folded(text)) is not None
