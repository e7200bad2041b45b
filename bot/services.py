"""What an interview needs from the rest of the program, opened when first used, shared by all interviews."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config import Settings
from bot.errors import UnknownQuestion
from bot.interviewers.scene import Interviewer
from bot.interviewers.scripted import ScriptedInterviewer
from bot.linking import Linker
from bot.review import ReviewedInterview, reviewed
from bot.schema import AnyEvent, Finished, Language, QuestionScore, Scorecard
from bot.scorecard import build_scorecard
from bot.store import Store
from bot.words import words
from corpus.library import Library
from rubrics.load import load_dimensions, load_rubrics
from rubrics.schema import Dimension, Rubric
from sandbox.problem import Problem, load_problems

if TYPE_CHECKING:
    from bot.scorers.lexical import LexicalScorer
    from corpus.index import QuestionIndex
    from corpus.ingest import Ingested
    from corpus.search import HybridSearch
    from sandbox.judge import Judge


logger = logging.getLogger(__name__)


class Services:
    """One per process. Everything is opened lazily; `close` ends what was opened.

    Args:
        settings: Where data lives and which endpoint there is.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = threading.RLock()
        self._library: Library | None = None

    @property
    def library(self) -> Library:
        with self._lock:
            if self._library is None:
                self._library = Library.of_folders(self.settings.reports_folder)
            return self._library

    def reload_library(self) -> None:
        """Forgets the reports, so that newly ingested ones are read."""
        with self._lock:
            self._library = None
            for derived in ("_served", "_linker"):
                self.__dict__.pop(derived, None)

    @cached_property
    def rubrics(self) -> Mapping[str, Rubric]:
        return load_rubrics()

    @cached_property
    def dimensions(self) -> Sequence[Dimension]:
        return load_dimensions()

    @cached_property
    def problems(self) -> Mapping[str, Problem]:
        folder = self.settings.problems_folder
        library = load_problems([folder] if folder.is_dir() else [])
        for error in library.errors:
            logger.warning("%s", error)
        return library.problems

    @cached_property
    def scorer(self) -> LexicalScorer:
        from bot.scorers.lexical import LexicalScorer

        return LexicalScorer(self.rubrics)

    @cached_property
    def store(self) -> Store:
        with self._lock:
            return Store(self.settings.database)

    @cached_property
    def judge(self) -> Judge:
        from sandbox.judge import Judge

        with self._lock:
            return Judge()

    @cached_property
    def index(self) -> QuestionIndex:
        """The question index, opened and brought up to date with the library."""
        from corpus.index import QuestionIndex

        with self._lock:
            # The app may own the folder; the terminal can still read it.
            index = QuestionIndex(self.settings.index_folder, self.settings.chroma_url, when_locked="read")
            index.open()
            if index.info()["mode"] != "reader":
                index.upsert(tuple(self.library.by_id.values()))
            return index

    @cached_property
    def search(self) -> HybridSearch:
        from corpus.search import HybridSearch

        return HybridSearch(self.index)

    @cached_property
    def _linker(self) -> Linker:
        known = {q.text: q.rubric for q in self.library.by_id.values() if q.rubric is not None}
        return Linker(self.rubrics, self.problems, known)

    def ingest(self, paths: Sequence[Path]) -> Ingested:
        """Takes in reports: stored, indexed, and part of the library from now on.

        Raises:
            IndexLockedError: another process owns the index; nothing was stored.
        """
        from corpus.errors import IndexLockedError
        from corpus.ingest import ingest

        if self.index.info()["mode"] == "reader":
            raise IndexLockedError(words("index_in_use", "zh"), file=str(self.settings.index_folder))
        done, fresh = ingest(paths, self.settings.reports_folder, self.library.by_id.keys(), self._linker.link)
        if fresh:
            self.reload_library()
            self.index.upsert(fresh)
        return done

    def score(self, question: str | None, question_id: str | None, answer: str, language: Language) -> QuestionScore:
        """The score of one answer to a question of the corpus, or to any question a card fits.

        Raises:
            UnknownQuestion: no question has this id.
        """
        if question_id is not None and question_id not in self.library.by_id:
            raise UnknownQuestion(question_id)
        known = self.library.by_id.get(question_id or "")
        text = known.text if known else question or ""
        slug = (known.rubric if known else None) or self._linker.card(text)
        if slug is None or slug not in self.rubrics:
            return QuestionScore(
                question_id=question_id or "",
                rubric=None,
                scorer="none",
                unscored=words("unscored_no_card", language),
            )
        return self.scorer.score(
            self.rubrics[slug], answer, question_text=text, question_id=question_id or "", language=language
        )

    def scorecard(self, events: Sequence[AnyEvent]) -> Scorecard:
        """The Scorecard of an interview as things stand."""
        return build_scorecard(events, self.rubrics, self.problems, self.dimensions, self.asked_by)

    def review(self, interview_id: str) -> ReviewedInterview:
        """A stored interview with its Scorecard.

        Raises:
            UnknownInterview: there is none with this id.
        """
        events = self.store.load(interview_id)
        finished = next((event for event in events if isinstance(event, Finished)), None)
        card = finished.scorecard if finished else self.scorecard(events)
        return reviewed(interview_id, events, card)

    def asked_by(self, slug: str) -> Sequence[str]:
        """Ids of the questions that a rubric card or a coding problem serves."""
        return self._served.get(slug, ())

    @cached_property
    def _served(self) -> Mapping[str, Sequence[str]]:
        served: dict[str, list[str]] = {}
        for question in self.library.by_id.values():
            for slug in (question.rubric, question.problem):
                if slug is not None:
                    served.setdefault(slug, []).append(question.id)
        return served

    def interviewer(self, language: Language, seed: int) -> Interviewer:
        """The LLM interviewer where an endpoint is configured, else the scripted one."""
        scripted = ScriptedInterviewer(language, seed)
        if not self.settings.has_endpoint:
            return scripted
        from bot.interviewers.llm import LLMInterviewer
        from bot.llm.chat import ChatEndpoint

        return LLMInterviewer(scripted, ChatEndpoint(self.settings), language)

    def close(self) -> None:
        for name in ("search", "judge", "index", "store"):
            opened = self.__dict__.pop(name, None)
            if opened is not None and name != "search":
                opened.close()
