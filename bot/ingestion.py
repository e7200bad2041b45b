"""What people bring in: reading report files, storing and indexing what is in them, taking it back."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import UnknownReport
from bot.words import words
from corpus.errors import IndexLockedError
from corpus.shelf import Shelved

if TYPE_CHECKING:
    from bot.services import Services
    from corpus.ingest import Ingested, Progress, Read

MOST_NAMED = 20
"""Reports that an error lists to choose from, the newest ones."""


class Ingestion:
    """Brings reports into a data folder: its shelf, its index and the library that is made of them."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def read(
        self,
        paths: Sequence[Path],
        *,
        uploads: bool = False,
        progress: Progress | None = None,
        with_model: bool = False,
    ) -> Iterator[Read]:
        """What is in report files; nothing is stored. Arguments as of `corpus.ingest.read`.

        with_model: let the endpoint's model say what each line is.

        Raises:
            UsageError: `with_model` without an endpoint.
        """
        from corpus import ingest

        propose = self._services.outliner() if with_model else None
        return ingest.read(paths, self._services.shelf, uploads=uploads, progress=progress, propose=propose)

    def store(self, read_files: Iterable[Read]) -> Ingested:
        """Stores and indexes what was read; it is part of the library from now on.

        Raises:
            IndexLockedError: another process owns the index; nothing was stored.
        """
        from corpus import ingest

        items = iter(read_files)
        before: list[Read] = []
        for item in items:
            before.append(item)
            if isinstance(item, ingest.Draft):
                break
        else:
            # A folder that did not change needs neither library nor index, which take a while to open.
            return ingest.store(before, self._services.shelf)
        self._own_index()
        known = self._services.library.by_id.keys()
        done = ingest.store(itertools.chain(before, items), self._services.shelf, known, self._services.linker.link)
        self._services.bring_up_to_date(self._services.index, [file.file for file in done.files])
        return done

    def forget(self, name: str) -> Shelved:
        """Removes a report that was brought in, and its questions from the index.

        Args:
            name: Its name, the path it was read from, or the name of its stored file.

        Raises:
            UnknownReport: there is none with this name.
            IndexLockedError: another process owns the index; nothing was removed.
        """
        entry = self._services.shelf.find(name)
        if entry is None:
            raise UnknownReport(name, [each.file for each in self._services.shelf.entries()][-MOST_NAMED:])
        self._own_index()
        with self._services.shelf.changing():
            self._services.shelf.remove(entry)
        self._services.bring_up_to_date(self._services.index, [entry.file])
        return entry

    def reindex(self) -> int:
        """Makes all vectors anew; how many questions there are.

        Raises:
            IndexLockedError: another process owns the index.
        """
        self._own_index()
        return self._services.index.rebuild()

    def _own_index(self) -> None:
        if self._services.index.info()["mode"] == "reader":
            raise IndexLockedError(words("index_in_use", "zh"), file=str(self._services.settings.index_folder))
