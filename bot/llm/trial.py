"""Whether the configured model works, tried part by part: for `mianjing doctor --endpoint` and the settings page.

It is asked as an interview asks it (`bot.llm.chat`, `bot.llm.structured`, `bot.llm.embeddings`); the list of models,
which interviews do not need, only adds to what is told. Names of models are all that is repeated of what comes back.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel

from bot.config import Settings
from bot.data import Data
from bot.errors import EndpointError
from bot.llm.chat import ChatEndpoint, Meter, Patience, load_library, place_and_key
from bot.llm.model_file import ModelFile
from bot.llm.structured import Rung, structured
from bot.llm.tokens import estimated
from bot.llm.transport import Abandoned
from bot.schema import Language, Tokens
from bot.words import words
from corpus.errors import EmbeddingError

PROMPTS = Path(__file__).parent.parent / "prompts"
MOST_NAMED, LONGEST_NAME = 6, 60
"""Models that are named where the one asked for is not among them, and characters of a name."""
_CONTEXT_KEYS = ("context_length", "max_model_len", "context_window", "max_context_length", "n_ctx", "n_ctx_train")
"""What endpoints call the length of a model's context, in tokens, in their lists of models."""
_MODEL_NAME = re.compile(r"[\w./:@+-]+", re.ASCII)


class Check(Data):
    """What one part did."""

    name: Literal[
        "address", "key", "model", "streaming", "latency", "structured", "tokens", "embeddings", "context",
        "transcription", "speech",
    ]  # fmt: skip
    works: bool | None
    """None where the endpoint does not tell."""
    told: str
    """In words, with the reason where it does not work."""


class _Reply(BaseModel):
    sentence: str


class _Account:
    """Passes on what is spent, and remembers whether the endpoint had counted it."""

    turn_began: float | None = None

    def __init__(self, meter: Meter | None) -> None:
        self._meter = meter
        self.counted = False

    def admit(self) -> None:
        if self._meter is not None:
            self._meter.admit()

    def note(self, tokens: Tokens) -> None:
        self.counted = self.counted or not tokens.estimated
        if self._meter is not None:
            self._meter.note(tokens)


def try_model(
    settings: Settings,
    language: Language,
    *,
    model_file: ModelFile | None = None,
    meter: Meter | None = None,
    patience: Patience | None = None,
) -> Iterator[Check]:
    """Each part as it was tried; what cannot work because another part does not is left out.

    Args:
        settings: Name an endpoint, or a model file.
        model_file: Tried in the endpoint's place.
        meter: Who pays.
        patience: For each request.

    Raises:
        MianjingError: what was spent cannot be taken down.
    """
    trial = _Trial(settings, language, model_file, meter, patience or Patience())
    try:
        trial.arrive()
    except EndpointError as error:
        yield Check(name="address", works=False, told=str(error))
        return
    yield Check(name="address", works=True, told=words("check_address", language))
    yield from trial.conversation()
    if trial.answered:
        yield trial.structured()
        yield trial.tokens()
        if settings.embedding_model is not None:
            yield trial.embeddings()
        yield trial.context()


class _Trial:
    def __init__(
        self,
        settings: Settings,
        language: Language,
        model_file: ModelFile | None,
        meter: Meter | None,
        patience: Patience,
    ) -> None:
        self.settings = settings
        self.language: Language = language
        self.model_file = model_file
        self.patience = patience
        self.account = _Account(meter)
        self.endpoint = ChatEndpoint(settings, patience, self.account, model_file)
        self.listed: Sequence[Mapping[str, Any]] = ()
        self.answered = False

    def arrive(self) -> None:
        """Asks for the list of models; whatever answers, the address is one.

        Raises:
            EndpointError: nothing answers there.
        """
        load_library()
        document = self._requested("GET", "models")
        data = document.get("data") if isinstance(document, dict) else None
        self.listed = [entry for entry in data if isinstance(entry, dict)] if isinstance(data, list) else []

    def conversation(self) -> Iterator[Check]:
        """Key, model, streaming and latency, all told by one short reply."""
        from bot.llm.failures import KeyRefused, Rejected

        started = time.monotonic()
        first, pieces = 0.0, 0
        failure: EndpointError | None = None
        try:
            for _ in self.endpoint.stream(prompt("trial"), prompt("trial_turn")):
                first = first or time.monotonic() - started
                pieces += 1
        except EndpointError as error:
            failure = error
        if isinstance(failure, KeyRefused):
            yield Check(name="key", works=False, told=str(failure))
            return
        if isinstance(failure, Rejected) and failure.status == 404:
            yield Check(name="model", works=False, told=str(failure) + self._named())
            return
        self.answered = failure is None
        if self.answered or self._answers_whole():
            yield Check(name="key", works=True, told=self._say("check_key" if self._has_key() else "check_no_key"))
            yield Check(name="model", works=True, told=self._say("check_model", model=self.settings.model_name))
            if failure is not None:
                yield Check(name="streaming", works=False, told=self._say("check_whole_only"))
                return
        if failure is not None:
            yield Check(name="streaming", works=False, told=self._say("check_no_reply", reason=failure))
            return
        yield Check(
            name="streaming",
            works=True,
            told=self._say("check_streaming" if pieces > 1 else "check_one_piece", pieces=pieces),
        )
        yield Check(name="latency", works=True, told=self._say("check_latency", seconds=f"{first:.2f}"))

    def structured(self) -> Check:
        """Which way to structured output works."""
        try:
            structured(self.endpoint, prompt("trial"), prompt("trial_turn"), _Reply)
        except EndpointError as error:
            return Check(name="structured", works=False, told=self._say("check_unstructured", reason=error))
        rung = Rung(self.endpoint.habits.rung).name.lower()
        return Check(name="structured", works=True, told=self._say("check_structured", way=self._say(f"rung_{rung}")))

    def tokens(self) -> Check:
        """Whether the endpoint tells what its replies cost."""
        counted = self.account.counted
        return Check(
            name="tokens", works=counted, told=self._say("check_tokens" if counted else "check_tokens_estimated")
        )

    def embeddings(self) -> Check:
        """Whether the embedding model answers."""
        from bot.llm.embeddings import EndpointEmbeddings

        try:
            dimension = EndpointEmbeddings(self.settings, self.patience).dimension
        except EmbeddingError as error:
            return Check(name="embeddings", works=False, told=str(error))
        return Check(name="embeddings", works=True, told=self._say("check_embeddings", dimension=dimension))

    def context(self) -> Check:
        """How long a prompt may be, where the list of models tells."""
        # A model file's server knows one model, under a name of its own.
        mine = (entry for entry in self.listed if self.model_file or entry.get("id") == self.settings.model_name)
        entry = next(mine, {})
        meta = entry.get("meta")
        places = (entry, meta) if isinstance(meta, dict) else (entry,)
        lengths = (place.get(key) for place in places for key in _CONTEXT_KEYS)
        length = next((found for found in lengths if type(found) is int and found > 0), None)
        if length is None:
            return Check(name="context", works=None, told=self._say("check_context_untold"))
        return Check(name="context", works=True, told=self._say("check_context", tokens=f"{length:,}"))

    def _answers_whole(self) -> bool:
        """Whether a reply comes that is not asked for in pieces: told apart from an endpoint that says nothing."""
        asked = (prompt("trial"), prompt("trial_turn"))
        messages = [{"role": role, "content": text} for role, text in zip(("system", "user"), asked, strict=True)]
        try:
            self.account.admit()
            document = self._requested(
                "POST", "chat/completions", {"model": self.settings.model_name, "messages": messages}
            )
            said = document["choices"][0]["message"]["content"]
        except (EndpointError, LookupError, TypeError):
            return False
        if not isinstance(said, str):
            return False
        self.account.note(estimated(asked, (said,)))
        return True

    def _requested(self, method: str, path: str, body: object = None) -> Any:
        """The JSON that a path answers with status 200; None where it answers anything else.

        Raises:
            EndpointError: nothing answers.
        """
        import httpx2

        from bot.llm import failures
        from bot.llm.transport import OversizedResponse, http_client

        base_url, key = place_and_key(self.settings, self.model_file)
        given_up = threading.Event()
        deadline = threading.Timer(self.patience.total, given_up.set)
        deadline.daemon = True
        deadline.start()
        client = http_client(base_url, connect=self.patience.connect, silence=self.patience.silence, given_up=given_up)
        try:
            with client:
                response = client.request(
                    method, f"{base_url.rstrip('/')}/{path}", json=body, headers={"Authorization": f"Bearer {key}"}
                )
            return response.json() if response.status_code == 200 else None
        except (Abandoned, OversizedResponse, ValueError, RecursionError):
            return None
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise failures.mapped(error) from None
        finally:
            deadline.cancel()

    def _has_key(self) -> bool:
        return self.settings.api_key is not None and self.model_file is None

    def _named(self) -> str:
        """Models that there are, as far as their names can be shown."""
        names = [str(entry.get("id", "")) for entry in self.listed]
        fit = [name for name in names if 0 < len(name) <= LONGEST_NAME and _MODEL_NAME.fullmatch(name)]
        key = self.settings.api_key.get_secret_value() if self.settings.api_key is not None else ""
        shown = [name for name in fit if not key or key not in name][:MOST_NAMED]
        return self._say("check_models_known", models="、".join(shown)) if shown else ""

    def _say(self, key: str, **names: object) -> str:
        return words(key, self.language, **names)


@cache
def prompt(name: str) -> str:
    """What is sent to try a model."""
    return (PROMPTS / f"{name}.md").read_text(encoding="utf-8")
