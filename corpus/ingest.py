"""Taking in reports that people bring, in two steps: `read` says what is in their files, `store` keeps it.

Nothing is written before `store`; in between, the parts of a report can be put elsewhere (`corpus.placing`).
A file that is stored already is recognised by its bytes, without reading it as a report.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from pathlib import Path

from pydantic import Field

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND
from corpus.errors import CorpusError, ParseError
from corpus.finding import files_under
from corpus.parse import ParsedReport, Skipped, parse_report
from corpus.placing import Place, placed
from corpus.report import Question, Record, Report
from corpus.shelf import RoundCount, Shelf, Shelved, count_rounds, origin_of

logger = logging.getLogger(__name__)

COMMIT_EVERY = 50
"""Reports; a kill in the middle loses at most so many."""

Progress = Callable[[int, int, str], None]
"""Called before each file: its number from 1, how many there are, its name."""
Propose = Callable[[Path, ParsedReport], ParsedReport]
"""Looks at a file and what was read from it, and may give a better reading."""


class Draft(Record):
    """A report that was read and is not stored."""

    report: Report
    skipped: tuple[Skipped, ...] = ()
    entry: Shelved
    """What the manifest will say of it."""
    replaces: int | None = None
    """Questions of the stored report that it takes the place of, an earlier version of the same file."""

    @property
    def file(self) -> str:
        return self.report.file

    @property
    def questions(self) -> int:
        return sum(len(round_.questions) for round_ in self.report.rounds)

    def placed(self, places: Mapping[int, Place]) -> Draft:
        """The draft with some of its rounds elsewhere, by their index in the report."""
        return self.model_copy(update={"report": placed(self.report, places)})

    def with_default(self, place: Place) -> Draft:
        """The draft with company and round for what could not be placed; unknown ones change nothing."""
        places = {
            index: Place(
                place.company if round_.company == UNKNOWN_COMPANY else round_.company,
                place.round if round_.name == UNKNOWN_ROUND else round_.name,
            )
            for index, round_ in enumerate(self.report.rounds)
        }
        return self.placed(places)


class Known(Record):
    """A file whose report is stored already."""

    file: str
    entry: Shelved
    is_copy: bool
    """Whether it is another file than the one that was stored."""


Read = Draft | Known | Skipped
"""What a file turned out to be. Skipped stands for a file of which nothing can be taken, with the reason."""


class IngestedFile(Record):
    """What one file gave."""

    file: str
    companies: tuple[str, ...]
    rounds: tuple[RoundCount, ...]
    questions: int


class Ingested(Record):
    """What ingesting did. One bad file never stops the others; it is listed in `skipped`."""

    reports: int = 0
    questions: int = 0
    duplicates: int = 0
    """Questions that were known already."""
    skipped: tuple[Skipped, ...] = ()
    files: tuple[IngestedFile, ...] = ()
    replaced: tuple[str, ...] = Field(default=(), exclude=True)
    """For each report that took the place of an earlier version: what changed, in words."""


def read(
    paths: Iterable[Path],
    shelf: Shelf,
    *,
    uploads: bool = False,
    progress: Progress | None = None,
    propose: Propose | None = None,
) -> Iterator[Read]:
    """Reads files, and those in folders, one at a time; never raises for what is in them.

    uploads: the paths are temporary and say nothing about where the files came from.
    """
    found = files_under(paths)
    yield from found.skipped
    reader = _Reader(shelf, uploads, propose)
    for number, path in enumerate(found.files, start=1):
        if progress is not None:
            progress(number, len(found.files), path.name)
        yield reader.read(path)


class _Reader:
    """Knows what is stored and what was read before in the same go."""

    def __init__(self, shelf: Shelf, uploads: bool, propose: Propose | None) -> None:
        self.shelf = shelf
        self.uploads = uploads
        self.propose = propose
        entries = shelf.entries()
        self.by_content = {entry.content: entry for entry in entries if entry.content}
        self.by_same = {entry.same: entry for entry in entries if entry.same}
        self.by_origin = {entry.origin: entry for entry in entries if entry.origin}
        self.by_file = {entry.file: entry for entry in entries}

    def read(self, path: Path) -> Read:
        try:
            with path.open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            return _refused(path, f"读不了，请检查权限 (cannot be read, check permissions): {error.strerror}")
        if content in self.by_content:
            return self._known(path, self.by_content[content])
        try:
            parsed = parse_report(path)
            if self.propose is not None:
                parsed = self.propose(path, parsed)
        except ParseError as error:
            return Skipped(file=path.name, line=error.line or 1, reason=error.reason)
        except Exception as error:  # one file that the parser trips over must not stop the rest
            logger.exception("%s", path)
            return _refused(path, f"解析时出错，请报告这个问题 (the parser failed, please report it): {error!r}")
        return self._draft(path, content, parsed)

    def _draft(self, path: Path, content: str, parsed: ParsedReport) -> Read:
        report = parsed.report
        if not any(round_.questions for round_ in report.rounds):
            return _refused(path, "没有找到问题，什么也没有存 (no question was found, so nothing was stored)")
        same = _fingerprint(report)
        if same in self.by_same:
            return self._known(path, self.by_same[same])
        origin = self._origin(path)
        earlier = self._earlier_version(report, origin)
        file = earlier.file if earlier else self._free_name(report.file)
        report = placed(report, {}, file)
        entry = Shelved(file=file, stored="", content=content, same=same, origin=origin, rounds=count_rounds(report))
        self.by_content[content] = self.by_same[same] = self.by_file[file] = entry
        return Draft(
            report=report,
            skipped=tuple(parsed.skipped),
            entry=entry,
            replaces=earlier.questions if earlier else None,
        )

    def _known(self, path: Path, entry: Shelved) -> Known:
        is_copy = path.name != entry.file and entry.origin != self._origin(path)
        return Known(file=path.name, entry=entry, is_copy=is_copy)

    def _origin(self, path: Path) -> str:
        return "" if self.uploads else origin_of(path)

    def _earlier_version(self, report: Report, origin: str) -> Shelved | None:
        """The stored report of the same file before it was changed.

        It was read from the same place; or it has the same name, and at least half of the questions of the
        shorter one are in both: files in different folders often share a name.
        """
        if origin in self.by_origin:
            return self.by_origin[origin]
        entry = self.by_file.get(report.file)
        if entry is None or not entry.stored:
            return None
        try:
            before, now = _texts(self.shelf.report(entry)), _texts(report)
        except CorpusError:
            return None
        return entry if 2 * len(before & now) >= min(len(before), len(now)) else None

    def _free_name(self, file: str) -> str:
        stem, suffix = Path(file).stem, Path(file).suffix
        name, number = file, 2
        while name in self.by_file:
            name, number = f"{stem} ({number}){suffix}", number + 1
        return name


def store(
    read_files: Iterable[Read],
    shelf: Shelf,
    known: Set[str] = frozenset(),
    link: Callable[[Question], Question] = lambda question: question,
) -> Ingested:
    """Keeps the drafts among what was read; says what was done with all of it.

    known: ids of questions that are there already.
    link: gives a question the rubric card and coding problem that it belongs to.

    Raises CorpusError when the reports cannot be written.
    """
    done = _Done(known)
    waiting: list[Draft] = []
    for item in read_files:
        if isinstance(item, Draft):
            waiting.append(item)
            if len(waiting) == COMMIT_EVERY:
                _keep(waiting, shelf, link, done)
        else:
            done.note(item)
    _keep(waiting, shelf, link, done)
    return done.told()


def _keep(
    drafts: list[Draft],
    shelf: Shelf,
    link: Callable[[Question], Question],
    done: _Done,
) -> None:
    if not drafts:
        return
    linked = [_linked(draft.report, link) for draft in drafts]
    with shelf.changing():
        for draft, report in zip(drafts, linked, strict=True):
            shelf.put(report, draft.entry)
    for draft in drafts:
        done.keep(draft)
    drafts.clear()


class _Done:
    """Adds up what was done."""

    def __init__(self, known: Set[str]) -> None:
        self.known = set(known)
        self.questions = self.duplicates = 0
        self.skipped: list[Skipped] = []
        self.files: list[IngestedFile] = []
        self.replaced: list[str] = []

    def note(self, item: Known | Skipped) -> None:
        """Something that leaves the stored reports as they are."""
        if isinstance(item, Skipped):
            self.skipped.append(item)
            return
        self.duplicates += item.entry.questions
        if item.is_copy:
            reason = f"与 {item.entry.file} 内容相同，没有再存 (the same as {item.entry.file}, not stored again)"
            self.skipped.append(Skipped(file=item.file, line=1, reason=reason))
        else:
            self._list(item.entry.file, item.entry.rounds)

    def keep(self, draft: Draft) -> None:
        """A draft that was stored."""
        ids = {question.id for round_ in draft.report.rounds for question in round_.questions}
        self.questions += len(ids - self.known)
        self.duplicates += len(ids & self.known)
        self.known |= ids
        self.skipped += draft.skipped
        self._list(draft.file, count_rounds(draft.report))
        if draft.replaces is not None:
            self.replaced.append(
                f"{draft.file}：原来的 {draft.replaces} 题换成了 {draft.questions} 题 "
                f"({draft.questions} questions take the place of the {draft.replaces} before)"
            )

    def _list(self, file: str, rounds: tuple[RoundCount, ...]) -> None:
        self.files.append(
            IngestedFile(
                file=file,
                companies=tuple(dict.fromkeys(entry.company for entry in rounds)),
                rounds=rounds,
                questions=sum(entry.questions for entry in rounds),
            )
        )

    def told(self) -> Ingested:
        return Ingested(
            reports=len(self.files),
            questions=self.questions,
            duplicates=self.duplicates,
            skipped=tuple(self.skipped),
            files=tuple(self.files),
            replaced=tuple(self.replaced),
        )


def _refused(path: Path, reason: str) -> Skipped:
    return Skipped(file=path.name, line=1, reason=reason)


def _linked(report: Report, link: Callable[[Question], Question]) -> Report:
    rounds = tuple(
        round_.model_copy(update={"questions": tuple(link(question) for question in round_.questions)})
        for round_ in report.rounds
    )
    return report.model_copy(update={"rounds": rounds})


def _fingerprint(report: Report) -> str:
    facts = [(r.company, r.name, r.date, [question.text for question in r.questions]) for r in report.rounds]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]


def _texts(report: Report) -> set[str]:
    return {question.text for round_ in report.rounds for question in round_.questions}
