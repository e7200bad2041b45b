"""What an interview needs from the rest of the program, opened when first used, shared by all interviews."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from bot.config import Settings
from bot.errors import EndpointError, UsageError
from bot.interviewers.scene import Interviewer
from bot.interviewers.scripted import ScriptedInterviewer
from bot.linking import Linker, with_cards
from bot.planned import PlannedQuestion
from bot.resume.found import Resume
from bot.schema import Language
from bot.store import Store
from bot.words import words
from corpus.errors import EmbeddingError
from corpus.library import Library, shipped_reports
from corpus.report import Kind, Report
from corpus.shelf import Shelf
from rubrics.load import load_dimensions, load_own_rubrics, load_rubrics
from rubrics.schema import Dimension, Rubric
from sandbox.library import load_problems
from sandbox.problem import Problem

if TYPE_CHECKING:
    from bot.ingestion import Ingestion
    from bot.llm.chat import ChatEndpoint, Meter, Patience
    from bot.llm.model_file import ModelFile
    from bot.llm.outlining import Outliner
    from bot.scorers.lexical import LexicalScorer
    from bot.scorers.llm import AnswerScorer
    from bot.scorers.reference import ReferenceScorer
    from bot.spending import Spending
    from corpus.index import QuestionIndex
    from corpus.search import Found, HybridSearch
    from corpus.vectors import Embedder
    from sandbox.judge import Judge


logger = logging.getLogger(__name__)


class Services:
    """One per process. Everything is opened lazily; `close` ends what was opened.

    Args:
        settings: Where data lives and which endpoint there is.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.shelf = Shelf(settings.reports_folder)
        self._lock = threading.RLock()
        self._index_lock = threading.RLock()
        """Apart from `_lock`, so that nobody waits for the index who needs only the library."""
        self._ready: set[str] = set()
        """Cards that were got ready, or are being so."""
        self._model_file: ModelFile | None = None
        self._library: Library | None = None
        self._library_revision = ""

    @property
    def library(self) -> Library:
        """All reports, with what any process has stored since."""
        with self._lock:
            revision = self.shelf.revision()
            if self._library is None or revision != self._library_revision:
                own = self.shelf.reports()
                self._library = Library(
                    [*self._shipped, *(with_cards(own, self._own_cards) if self.own_rubrics else own)]
                )
                self._library_revision = revision
                for derived in ("_served", "linker"):
                    self.__dict__.pop(derived, None)
            return self._library

    @cached_property
    def _shipped(self) -> Sequence[Report]:
        return shipped_reports()

    @cached_property
    def rubrics(self) -> Mapping[str, Rubric]:
        """The shipped cards and the user's."""
        return {**load_rubrics(), **self.own_rubrics}

    @cached_property
    def own_rubrics(self) -> Mapping[str, Rubric]:
        found = load_own_rubrics(self.settings.rubrics_folder)
        for error in found.errors:
            logger.warning("%s", error)
        return found.rubrics

    @cached_property
    def _own_cards(self) -> Linker:
        return Linker(self.own_rubrics, {}, {}, {})

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
    def difficulties(self) -> Mapping[tuple[str, str], int]:
        """1 to 5, by ("rubric", name) and ("problem", slug)."""
        cards = {("rubric", name): rubric.difficulty for name, rubric in self.rubrics.items()}
        return {**cards, **{("problem", slug): problem.difficulty for slug, problem in self.problems.items()}}

    @cached_property
    def scorer(self) -> LexicalScorer:
        from bot.scorers.lexical import LexicalScorer

        return LexicalScorer(self.rubrics)

    def get_ready_to_score(self, question: PlannedQuestion) -> None:
        """Reads what scoring an answer to a question needs, while the candidate thinks: a card takes tens of ms, all
        that the first one needs half a second.
        """
        card = self.rubrics.get(question.rubric or "")
        if card is not None and card.slug not in self._ready:
            self._ready.add(card.slug)
            threading.Thread(target=self._use_once, args=(card,), name="card", daemon=True).start()

    def _use_once(self, card: Rubric) -> None:
        from bot.interviewers.facts import subjects_asked
        from bot.quantities import quantities
        from bot.scorecard.cues import scorecard_cues

        self.scorer.score(card, card.question.zh)
        scorecard_cues()
        quantities()
        # What is needed once the candidate asks something.
        subjects_asked(card.question.zh)

    def answer_scorer(self, meter: Meter | None = None) -> AnswerScorer:
        """The LLM scorer where an endpoint is configured, else the lexical one."""
        endpoint = None if self.settings.scorer == "lexical" else self._chat(meter=meter or self.meter())
        if endpoint is None:
            return self.scorer
        from bot.scorers.llm import LLMScorer

        return LLMScorer(self.scorer, endpoint)

    @property
    def model_file(self) -> ModelFile | None:
        """The model that is served on this machine; None where the settings name none."""
        from bot.llm.model_file import ModelFile

        with self._lock:
            if self._model_file is None and self.settings.gguf is not None:
                self._model_file = ModelFile(self.settings.gguf)
            return self._model_file

    def _end_model_file(self) -> None:
        with self._lock:
            served, self._model_file = self._model_file, None
        if served is not None:
            served.close()

    def reconfigure(self, settings: Settings) -> None:
        """Puts other settings in force for whatever is begun or goes on from now on.

        Args:
            settings: With the same data folder, database and Chroma server: these stay open.
        """
        with self._lock:
            before, self.settings = self.settings, settings
            if settings.gguf != before.gguf:
                self._end_model_file()
        if _embedding(settings) == _embedding(before):
            return
        with self._index_lock:
            self.__dict__.pop("search", None)
            if (index := self.__dict__.pop("index", None)) is not None:
                index.close()

    def _chat(self, patience: Patience | None = None, meter: Meter | None = None) -> ChatEndpoint | None:
        """Access to the configured model; None where there is none."""
        # Looked at once: the Settings page may put others in force at any moment.
        with self._lock:
            settings, model_file = self.settings, self.model_file
        if not settings.has_endpoint:
            return None
        from bot.llm.chat import ChatEndpoint

        return ChatEndpoint(settings, patience, meter, model_file)

    def patient_chat(self) -> ChatEndpoint:
        """The configured model, where nobody waits for the next sentence. Raises UsageError without one."""
        from bot.llm.chat import Patience

        endpoint = self._chat(Patience(silence=60.0, total=180.0), self.meter())
        if endpoint is None:
            raise UsageError(words("no_endpoint", "zh"))
        return endpoint

    def meter(self, interview_id: str | None = None, model: str | None = None) -> Spending:
        """The account of an interview, or of what is asked outside interviews; of another model where one is named."""
        from bot.spending import Spending

        return Spending(self.store, self.settings, interview_id, model)

    @cached_property
    def reference_scorer(self) -> ReferenceScorer:
        """Scores by reference answers; the cards tell it which terms are common in the field."""
        from bot.scorers.reference import ReferenceScorer

        return ReferenceScorer(
            f"{card.question.in_language(language)}\n{card.model_answer.in_language(language)}"
            for card in self.rubrics.values()
            for language in ("zh", "en")
        )

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

        with self._index_lock:
            # The app may own the folder; the terminal can still read it.
            index = QuestionIndex(
                self.settings.index_folder, self.settings.chroma_url, embedder=self._embedder(), when_locked="read"
            )
            index.open()
            if index.info()["mode"] != "reader":
                self.bring_up_to_date(index)
            return index

    @cached_property
    def search(self) -> HybridSearch:
        from bot.background import background
        from corpus.search import HybridSearch

        return HybridSearch(self.index, lambda card, problem: background(card, problem, self.rubrics, self.problems))

    def find(self, query: str, company: str | None = None, round_name: str | None = None, k: int = 5) -> Found:
        """What `search` finds; begun again where other settings closed the index underneath it."""
        from corpus.errors import IndexClosedError

        try:
            return self.search.find(query, company, round_name, k)
        except IndexClosedError:
            return self.search.find(query, company, round_name, k)

    def _embedder(self) -> Embedder | None:
        """The endpoint's embeddings where a model is named and answers, else None for the built-in ones."""
        if self.settings.embedding_model is None:
            return None
        from bot.llm.embeddings import EndpointEmbeddings

        embeddings = EndpointEmbeddings(self.settings)
        try:
            _ = embeddings.dimension
        except EmbeddingError as error:
            logger.warning(words("embeddings_built_in", "zh", reason=error))
            return None
        return embeddings

    @cached_property
    def linker(self) -> Linker:
        known = {q.text: q.rubric for q in self.library.by_id.values() if q.rubric is not None}
        calculated = [q for q in self.library.by_id.values() if q.kind is Kind.MATH_DRILL]
        drills = {q.rubric: q.drill for q in calculated if q.rubric is not None and q.drill is not None}
        return Linker(self.rubrics, self.problems, known, drills)

    @cached_property
    def ingestion(self) -> Ingestion:
        """Brings reports in, and takes them back."""
        from bot.ingestion import Ingestion

        return Ingestion(self)

    def resume_outlined(self, resume: Resume) -> Resume:
        """A CV read again with the help of the endpoint's model, which says what each line is.

        Raises:
            UsageError: there is no endpoint.
            EndpointError: it failed, or what it said is no outline.
        """
        endpoint = self.patient_chat()
        from bot.llm.resume_outlining import outline_resume
        from bot.resume.reading import understood

        return understood(resume.text, outline_resume(endpoint, resume.text))

    def outliner(self) -> Outliner:
        """The endpoint's model as a reader of reports.

        Raises:
            UsageError: there is no endpoint.
        """
        endpoint = self.patient_chat()
        from bot.llm.outlining import Outliner

        return Outliner(endpoint)

    def bring_up_to_date(self, index: QuestionIndex, changed: Collection[str] = ()) -> None:
        """Makes the index hold what the library holds.

        Args:
            changed: Report files that may have lost questions. On a server others may keep questions too, so
                that only these are looked at; an index of our own is compared as a whole.
        """
        with self._index_lock:
            known = self.library.by_id
            stale = {q.source[0].file for q in index.questions() if q.id not in known and q.source}
            for file in stale if index.info()["mode"] == "owner" else stale.intersection(changed):
                index.remove_file(file)
            index.upsert(tuple(known.values()))

    def asked_by(self, slug: str) -> Sequence[str]:
        """Ids of the questions that a rubric card or a coding problem serves."""
        return self._served.get(slug, ())

    def askers(self, slug: str) -> Sequence[tuple[str, str]]:
        """Ids and companies of those questions."""
        return [(question_id, self.library.by_id[question_id].company) for question_id in self.asked_by(slug)]

    @cached_property
    def _served(self) -> Mapping[str, Sequence[str]]:
        served: dict[str, list[str]] = {}
        for question in self.library.by_id.values():
            for slug in {question.rubric, question.problem}:
                if slug is not None:
                    served.setdefault(slug, []).append(question.id)
        return served

    def interviewer(self, language: Language, seed: int, meter: Meter | None = None) -> Interviewer:
        """The LLM interviewer where an endpoint is configured, else the scripted one."""
        scripted = ScriptedInterviewer(language, seed)
        endpoint = self._chat(meter=meter)
        if endpoint is None:
            return scripted
        from bot.interviewers.llm import LLMInterviewer

        if (model_file := self.model_file) is not None:
            # Loading takes a while; what is wrong with the file, the first turn tells.
            with contextlib.suppress(EndpointError):
                model_file.start()
        return LLMInterviewer(scripted, endpoint, language, self.scorer)

    def close(self) -> None:
        self._end_model_file()
        for name in ("search", "judge", "index", "store"):
            opened = self.__dict__.pop(name, None)
            if opened is not None and name != "search":
                opened.close()


def _embedding(settings: Settings) -> object:
    """Whose vectors the index holds."""
    return settings.embedding_model and (settings.embedding_model, settings.base_url, settings.api_key)
