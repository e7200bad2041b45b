"""The reports that a user brought in, as files: one JSON file a report, and a manifest that says which count.

The manifest is the one place that decides: it is replaced as a whole after the reports it names were written, so a
kill at any moment leaves the state before or after, never between. Reading reports is `corpus.ingest`.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.errors import CorpusError
from corpus.report import Record, Report

logger = logging.getLogger(__name__)

LOCK_SECONDS = 30
"""How long a process waits for another one that is storing reports."""


class RoundCount(Record):
    company: str
    round: str
    questions: int


class Shelved(Record):
    """One line of the manifest: a report that is stored."""

    file: str
    """Name of the report, unique among the stored ones."""
    stored: str
    """Name of the JSON file: a hash of what is in it, so that it never changes."""
    content: str = ""
    """SHA-256 of the bytes it was read from; empty when the manifest was lost."""
    same: str = ""
    """Fingerprint of its questions, the same for the same text in another encoding or under another name."""
    origin: str = ""
    """Hash of the path it was read from; empty for uploads."""
    rounds: tuple[RoundCount, ...] = ()

    @property
    def questions(self) -> int:
        return sum(entry.questions for entry in self.rounds)

    @property
    def companies(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry.company for entry in self.rounds))


_MANIFEST = TypeAdapter(tuple[Shelved, ...])


class Shelf:
    """A folder of stored reports. Safe to use from several threads and processes."""

    def __init__(self, folder: Path) -> None:
        """The folder is created when something is stored."""
        self.folder = folder
        self._guard = threading.RLock()
        self._entries: dict[str, Shelved] = {}
        self._read = ""
        self._reports: dict[str, Report] = {}
        self._dropped: list[str] = []

    # ---- reading

    def revision(self) -> str:
        """Changes whenever any process stored or removed a report."""
        try:
            status = self._manifest.stat()
        except OSError:
            return ""
        return f"{status.st_ino}-{status.st_mtime_ns}-{status.st_size}"

    def entries(self) -> tuple[Shelved, ...]:
        """What is stored, in the order it came in."""
        with self._guard:
            revision = self.revision()
            if revision != self._read or not revision:
                self._entries = {entry.file: entry for entry in self._load()}
                self._read = revision
            return tuple(self._entries.values())

    def find(self, name: str) -> Shelved | None:
        """The entry that a user means: by its name, the path it was read from, or the name of its stored file."""
        entries = self.entries()
        origin, base = origin_of(Path(name)), Path(name).name
        for fits in (
            lambda entry: entry.file == name,
            lambda entry: entry.origin == origin,
            lambda entry: entry.stored in (name, f"{name}.json"),
            lambda entry: entry.file == base,
        ):
            found = next((entry for entry in entries if fits(entry)), None)
            if found is not None:
                return found
        return None

    def reports(self) -> Iterator[Report]:
        """All stored reports. One that was damaged is left out, with a warning that says what to do."""
        for entry in self.entries():
            try:
                yield self.report(entry)
            except CorpusError as error:
                logger.warning("%s", error)

    def report(self, entry: Shelved) -> Report:
        """One stored report.

        Raises:
            CorpusError: its file is gone, or was changed by hand.
        """
        with self._guard:
            known = self._reports.get(entry.stored)
            if known is None:
                known = self._reports[entry.stored] = self._read_report(self.folder / entry.stored, entry.file)
            return known

    def _read_report(self, path: Path, file: str) -> Report:
        try:
            return Report.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            why = error.strerror if isinstance(error, OSError) else error.errors()[0]["msg"]
            raise CorpusError(
                f"存下的面经 {file} 已损坏 ({why})：运行 mianjing forget '{file}' 后重新导入 "
                "(damaged: forget it and ingest it again)",
                file=str(path),
            ) from error

    # ---- writing, inside `changing`

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Keeps other threads and processes from storing meanwhile; what was put or removed counts at the end.

        Raises:
            CorpusError: the folder cannot be written to, or another process goes on storing.
        """
        from filelock import FileLock, Timeout

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._guard, FileLock(self.folder / "reports.lock", timeout=LOCK_SECONDS):
                self.entries()
                self._clear_leftovers()
                try:
                    yield
                    self.commit()
                except BaseException:
                    # What is on disk counts, not what was begun.
                    self._read, self._dropped = "unread", []
                    raise
        except Timeout as error:
            raise CorpusError(
                "另一个进程正在存面经，请稍后再试 (another process is storing reports, try again later)",
                file=str(self.folder),
            ) from error
        except OSError as error:
            raise CorpusError(
                f"存不了面经 (cannot store reports): {error.strerror}；请检查权限和磁盘空间 "
                "(check permissions and disk space)",
                file=str(self.folder),
            ) from error

    def put(self, report: Report, entry: Shelved) -> None:
        """Stores a report in place of the one with the same name; it counts after `commit`.

        entry: `stored` and `rounds` are filled in here.
        """
        body = report.model_dump_json().encode()
        stored = f"{hashlib.sha256(body).hexdigest()[:16]}.json"
        self._write(self.folder / stored, body)
        self._reports[stored] = report
        before = self._entries.get(entry.file)
        if before is not None and before.stored != stored:
            self._dropped.append(before.stored)
        self._entries[entry.file] = entry.model_copy(update={"stored": stored, "rounds": count_rounds(report)})

    def remove(self, entry: Shelved) -> None:
        """Removes a report; it is gone after `commit`."""
        if self._entries.pop(entry.file, None) is not None:
            self._dropped.append(entry.stored)

    def commit(self) -> None:
        """Makes what was put and removed so far count."""
        self._write(self._manifest, _MANIFEST.dump_json(tuple(self._entries.values())), sync=True)
        self._read = self.revision()
        kept = {entry.stored for entry in self._entries.values()}
        for stored in self._dropped:
            self._reports.pop(stored, None)
            if stored not in kept:
                (self.folder / stored).unlink(missing_ok=True)
        self._dropped = []

    def _write(self, target: Path, body: bytes, *, sync: bool = False) -> None:
        """Writes a file as a whole: a kill in the middle leaves the old one, or none."""
        with tempfile.NamedTemporaryFile(dir=self.folder, suffix=".part", delete=False) as part:
            part.write(body)
            if sync:
                part.flush()
                os.fsync(part.fileno())
        Path(part.name).replace(target)

    @property
    def _manifest(self) -> Path:
        return self.folder / "manifest"

    def _load(self) -> tuple[Shelved, ...]:
        try:
            return _MANIFEST.validate_json(self._manifest.read_bytes())
        except FileNotFoundError:
            pass
        except (OSError, ValidationError):
            logger.warning(
                "%s: 面经清单读不了，按存下的文件重建 (the list of reports cannot be read and is made anew)",
                self._manifest,
            )
        return tuple(self._found())

    def _found(self) -> Iterator[Shelved]:
        """Entries for the reports that lie in the folder, where no manifest says which they are."""
        for path in sorted(self.folder.glob("*.json")):
            try:
                report = self._read_report(path, path.name)
            except CorpusError as error:
                logger.warning("%s", error)
            else:
                yield Shelved(file=report.file, stored=path.name, rounds=count_rounds(report))

    def _clear_leftovers(self) -> None:
        """What a killed process wrote and never committed."""
        kept = {entry.stored for entry in self._entries.values()}
        for path in self.folder.iterdir():
            if path.suffix == ".part" or (path.suffix == ".json" and path.name not in kept):
                path.unlink(missing_ok=True)


def origin_of(path: Path) -> str:
    """A hash of where a file lies: it tells files of one name apart and gives nobody's folders away."""
    return hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def count_rounds(report: Report) -> tuple[RoundCount, ...]:
    """Questions of each company and round, in the order of the report."""
    counts: dict[tuple[str, str], int] = {}
    for round_ in report.rounds:
        place = (round_.company, round_.name)
        counts[place] = counts.get(place, 0) + len(round_.questions)
    return tuple(RoundCount(company=c, round=r, questions=n) for (c, r), n in counts.items())
