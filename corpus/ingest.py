"""Taking in reports that people bring: read, redact, store as data, and leave out what is there already.

A stored report is one JSON file in the user's `reports/` folder, named after the hash of its text, so that the same
text is never stored twice whatever its file is called.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from pathlib import Path

from pydantic import ValidationError

from corpus.errors import CorpusError, ParseError
from corpus.parse import parse_report
from corpus.reading.parsed import Skipped
from corpus.report import Question, Record, Report

READABLE_SUFFIXES = frozenset({".md", ".markdown", ".txt"})


class RoundCount(Record):
    company: str
    round: str
    questions: int


class IngestedFile(Record):
    """What one file gave."""

    file: str
    companies: tuple[str, ...]
    rounds: tuple[RoundCount, ...]
    questions: int


class Ingested(Record):
    """What a call of `ingest` did. One bad file never stops the others; it is listed in `skipped`."""

    reports: int = 0
    questions: int = 0
    duplicates: int = 0
    """Questions that were known already."""
    skipped: tuple[Skipped, ...] = ()
    files: tuple[IngestedFile, ...] = ()


def ingest(
    paths: Iterable[Path],
    folder: Path,
    known: Set[str],
    link: Callable[[Question], Question] = lambda question: question,
) -> tuple[Ingested, tuple[Question, ...]]:
    """Stores the reports found under `paths` in `folder`.

    Args:
        paths: Files, or folders that are searched for readable ones.
        known: Ids of questions that are there already.
        link: Gives a question the rubric card and coding problem that it belongs to.

    Returns:
        What was done, and the new questions.

    Raises:
        CorpusError: `folder` cannot be written to.
    """
    known_ids = set(known)
    skipped: list[Skipped] = []
    files: list[IngestedFile] = []
    fresh: list[Question] = []
    duplicates = 0
    for path in _files_under(paths):
        try:
            parsed = parse_report(path)
        except ParseError as error:
            skipped.append(Skipped(file=path.name, line=error.line or 1, reason=error.reason))
            continue
        skipped += parsed.skipped
        report = _linked(parsed.report, link)
        questions = [question for round_ in report.rounds for question in round_.questions]
        new = [question for question in questions if question.id not in known_ids]
        duplicates += len(questions) - len(new)
        if not questions:
            reason = "没有找到问题，什么也没有存 (no question was found, so nothing was stored)"
            skipped.append(Skipped(file=path.name, line=1, reason=reason))
            continue
        known_ids.update(question.id for question in new)
        fresh += new
        files.append(_summary(report, path.name))
        if new:
            _store(report, folder)
    done = Ingested(
        reports=len(files),
        questions=len(fresh),
        duplicates=duplicates,
        skipped=tuple(skipped),
        files=tuple(files),
    )
    return done, tuple(fresh)


def load_stored(folder: Path) -> Iterator[Report]:
    """The reports stored in a folder; none, when it does not exist.

    Raises:
        CorpusError: a stored file was changed by hand and is no report any more.
    """
    for path in sorted(folder.glob("*.json")):
        try:
            yield Report.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise CorpusError(
                f"存下的面经已损坏，请删除后重新导入 (damaged; delete it and ingest the report again): {error}",
                file=str(path),
            ) from error


def _linked(report: Report, link: Callable[[Question], Question]) -> Report:
    rounds = tuple(
        round_.model_copy(update={"questions": tuple(link(question) for question in round_.questions)})
        for round_ in report.rounds
    )
    return report.model_copy(update={"rounds": rounds})


def _files_under(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in READABLE_SUFFIXES and p.is_file())
        else:
            yield path


def _summary(report: Report, file: str) -> IngestedFile:
    counts = Counter[tuple[str, str]]()
    for round_ in report.rounds:
        counts[round_.company, round_.name] += len(round_.questions)
    return IngestedFile(
        file=file,
        companies=tuple(dict.fromkeys(company for company, _ in counts)),
        rounds=tuple(RoundCount(company=c, round=r, questions=n) for (c, r), n in counts.items()),
        questions=counts.total(),
    )


def _store(report: Report, folder: Path) -> None:
    body = report.model_dump_json().encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{hashlib.sha256(body).hexdigest()[:16]}.json"
        # A kill in the middle leaves either no file or a whole one.
        with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as part:
            part.write(body)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).replace(target)
    except OSError as error:
        raise CorpusError(f"存不了面经 (cannot store the report): {error.strerror}", file=str(folder)) from error
