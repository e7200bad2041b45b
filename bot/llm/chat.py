"""The configured OpenAI-compatible endpoint, behind one call that streams text or raises EndpointError.

Covers: reaching it, time budgets, one more try, and mapping of everything that can go wrong
(`bot.llm.failures`; each case is played by `tests/bot/llm/endpoint.py`). Does not cover: what is asked
of the model, and whether its words will do; see `bot.interviewers.llm`.

What some provider refuses (a temperature, a request for token counts) is left out after its refusal, which is
remembered for the process. No limit on tokens is sent: it has two names of which servers accept one or the other,
and would count a reasoning model's thoughts; a runaway reply is stopped by hanging up instead.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Protocol

from bot.config import Settings
from bot.errors import EndpointError
from bot.llm.resting import Rest
from bot.llm.tokens import estimated
from bot.schema import Tokens

if TYPE_CHECKING:
    import httpx2
    from langchain_core.messages import AIMessageChunk
    from langchain_openai import ChatOpenAI

    from bot.llm.failures import Rejected
    from bot.llm.model_file import ModelFile

DEFAULT_BASE_URL = "https://api.openai.com/v1"


@dataclass(frozen=True)
class Patience:
    """How long an utterance may take, in seconds."""

    connect: float = 5.0
    """For reaching the endpoint."""
    silence: float = 20.0
    """Until the first and between any two pieces, thoughts included. No second try begins after this time."""
    total: float = 45.0
    """For everything, retries included."""
    turn: float = 60.0
    """For all requests of one turn, the scorer's and the interviewer's, from its beginning."""
    before_retry: float = 0.5
    """Shortest pause before the second try."""
    retries: int = 1


class Meter(Protocol):
    """Who pays for requests, in tokens and in time."""

    turn_began: float | None
    """Time (monotonic) at which the turn that is being prepared began; None where no turn waits."""

    def admit(self) -> None:
        """Raises OverBudget where no further request may be made."""

    def note(self, tokens: Tokens) -> None:
        """Takes down what a request cost."""


@dataclass(frozen=True)
class Request:
    """What is asked of the model, beyond what every request says."""

    messages: tuple[tuple[str, str], ...]
    """(role, text): system, human or ai."""
    temperature: float | None = None
    form: Mapping[str, Any] = field(default_factory=dict)
    """Further keys of the request that ask for a form of reply: response_format, tools, tool_choice."""


@dataclass
class Habits:
    """What an endpoint's model was found to do, and refuse."""

    declined: frozenset[str] = frozenset()
    """Keys of a request that it does not take: temperature, stream_options."""
    thinks_unannounced: bool = False
    """It closes its thoughts without having opened them."""
    rung: int = 0
    """The way to structured output that works: see `bot.llm.structured`."""
    rest: Rest = field(default_factory=Rest)


_HABITS: dict[tuple[str, str], Habits] = {}
"""By base URL and model, for the process: every turn opens the endpoint anew."""


class ChatEndpoint:
    """Access to the endpoint that the settings name. Nothing is contacted before the first call.

    Args:
        settings: Names the model, the base URL and the key.
        patience: Time budgets.
        meter: Who pays; nobody counts where there is none.
        model_file: Served in the endpoint's place.

    Raises:
        ValueError: the settings name no model.
    """

    def __init__(
        self,
        settings: Settings,
        patience: Patience | None = None,
        meter: Meter | None = None,
        model_file: ModelFile | None = None,
    ) -> None:
        if settings.model_name is None:
            raise ValueError("an endpoint needs a model name")
        self._settings = settings
        self._model_name = settings.model_name
        self._patience = patience or Patience()
        self._meter = meter
        self._model_file = model_file
        place = str(model_file.file) if model_file is not None else settings.base_url or DEFAULT_BASE_URL
        self.habits = _HABITS.setdefault((place, self._model_name), Habits())

    def stream(self, system: str, user: str) -> Generator[str]:
        """The reply in pieces: what is spoken, without a reasoning model's thoughts.

        A failure before the first piece is tried again where that may help. Closing the iterator hangs up.

        Raises:
            EndpointError: it could not be reached, refused, fell silent, took longer than its budget, was cut
                off, or sent what is no reply; it rests, or the time of the turn is up, and nothing was sent.
            OverBudget: the ceiling on tokens is reached; nothing was sent.
        """
        load_library()
        yield from self._tried(Request((("system", system), ("human", user))), time.monotonic())

    def ask(self, request: Request, started: float | None = None) -> str:
        """The reply, whole; with tools in `request.form`, the arguments of the call. Raises as `stream`.

        Args:
            started: Time (monotonic) from which the budgets run, where this is one request of several.
        """
        load_library()
        return "".join(self._tried(request, time.monotonic() if started is None else started))

    def _tried(self, request: Request, started: float) -> Iterator[str]:
        if self._turn_ends() is not None:
            self.habits.rest.admit()
        failure: EndpointError | None = None
        try:
            yield from self._tried_again(request, started)
        except EndpointError as error:
            failure = error
            raise
        finally:
            self.habits.rest.note(failure)

    def _tried_again(self, request: Request, started: float) -> Iterator[str]:
        from bot.llm import failures

        declined = self.habits.declined
        tries_left = self._patience.retries
        while True:
            spoke = False
            try:
                for piece in self._spoken(request, declined, started):
                    spoke = True
                    yield piece
            except EndpointError as error:
                if isinstance(error, failures.Rejected) and (refused := _refused(error, request, declined)):
                    declined |= {refused}
                    continue
                asked = error.seconds if isinstance(error, failures.AskedToWait) else 0.0
                pause = max(asked, self._patience.before_retry)
                too_late = time.monotonic() + pause - started >= self._patience.silence
                if spoke or not error.retry or not tries_left or too_late:
                    raise
            else:
                self.habits.declined |= declined
                return
            tries_left -= 1
            time.sleep(pause)

    def _spoken(self, request: Request, declined: frozenset[str], started: float) -> Iterator[str]:
        from bot.llm import failures
        from bot.llm.thinking import ThoughtsInReply, without_thoughts

        leading = ""
        spoke = False
        try:
            received = self._received(request, declined, started)
            for piece in without_thoughts(received, unannounced=self.habits.thinks_unannounced):
                if not spoke and not piece.strip():
                    leading += piece
                    continue
                spoke = True
                yield leading + piece
                leading = ""
        except ThoughtsInReply:
            self.habits.thinks_unannounced = True
            raise EndpointError("思考过程混进了回复 (thoughts got into the reply)", retry=True) from None
        if not spoke:
            raise failures.empty()

    def _received(self, request: Request, declined: frozenset[str], started: float) -> Iterator[str]:
        """All text of one request.

        It is read in a thread of its own: neither name resolution nor a server that sends a byte now and then
        is bound by the client's timeouts.
        """
        from bot.llm import failures

        if self._meter is not None:
            self._meter.admit()
        self._left(started)
        arrived: SimpleQueue[AIMessageChunk | EndpointError | None] = SimpleQueue()
        given_up = threading.Event()
        model, client = self._model(given_up)
        sent = (model, client, list(request.messages), _options(request, declined), arrived)
        reader = threading.Thread(target=_read, args=sent, name="llm-reply", daemon=True)
        reader.start()
        finish: str | None = None
        tokens: Tokens | None = None
        heard: list[str] = []
        try:
            while (chunk := self._next(arrived, started)) is not None:
                if isinstance(chunk, EndpointError):
                    raise chunk
                finish = _finish_reason(chunk) or finish
                tokens = _tokens(chunk) or tokens
                heard.append(_text(chunk))
                if heard[-1]:
                    yield heard[-1]
        finally:
            given_up.set()
            if self._meter is not None and heard:
                asked = (text for _, text in request.messages)
                self._meter.note(tokens or estimated(asked, heard))
        if finish == "tool_calls" and "tools" in request.form:
            return
        if (failure := failures.unfinished(finish)) is not None:
            raise failure

    def _next(
        self, arrived: SimpleQueue[AIMessageChunk | EndpointError | None], started: float
    ) -> AIMessageChunk | EndpointError | None:
        from bot.llm import failures

        left = self._left(started)
        try:
            return arrived.get(timeout=min(left, self._patience.silence))
        except Empty:
            raise (failures.silent() if self._patience.silence < left else self._too_late(started)) from None

    def _left(self, started: float) -> float:
        """Seconds there are for the rest of a reply. Raises EndpointError where there are none."""
        ends, turn_ends = started + self._patience.total, self._turn_ends()
        left = (ends if turn_ends is None else min(ends, turn_ends)) - time.monotonic()
        if left <= 0:
            raise self._too_late(started)
        return left

    def _too_late(self, started: float) -> EndpointError:
        from bot.llm import failures

        turn_ends = self._turn_ends()
        if turn_ends is not None and turn_ends < started + self._patience.total:
            return failures.turn_over(self._patience.turn)
        return failures.too_slow(self._patience.total)

    def _turn_ends(self) -> float | None:
        began = self._meter.turn_began if self._meter is not None else None
        return None if began is None else began + self._patience.turn

    def _model(self, given_up: threading.Event) -> tuple[ChatOpenAI, httpx2.Client]:
        import httpx2
        from langchain_openai import ChatOpenAI
        from pydantic import SecretStr

        from bot.llm.transport import certificates, http_client

        base_url, key = place_and_key(self._settings, self._model_file)
        client = http_client(
            base_url, connect=self._patience.connect, silence=self._patience.silence, given_up=given_up
        )
        # Whatever the library would take from variables of its own (a base URL, a gateway) is stated.
        model = ChatOpenAI(
            model=self._model_name,
            base_url=base_url,
            api_key=SecretStr(key),
            http_client=client,
            # Never used; left alone, the library builds one from the proxy variables and may fail at that.
            http_async_client=httpx2.AsyncClient(trust_env=False, verify=certificates()),
            openai_proxy="",
            max_retries=0,
            use_responses_api=False,
            disable_streaming=False,
            cache=False,
        )
        return model, client


def _options(request: Request, declined: frozenset[str]) -> dict[str, Any]:
    options: dict[str, Any] = {"stream_usage": "stream_options" not in declined}
    if request.temperature is not None and "temperature" not in declined:
        options["temperature"] = request.temperature
    if request.form:
        # Given as an argument of its own, a response_format makes the client parse the reply itself.
        options["extra_body"] = dict(request.form)
    return options


def _refused(error: Rejected, request: Request, declined: frozenset[str]) -> str | None:
    """The key that a refused request can do without: the one the refusal names, or else any of those left, unless
    the form of reply that was asked for may be at fault.
    """
    spared = [key for key in ("stream_options", "temperature") if key not in declined]
    if request.temperature is None:
        spared = [key for key in spared if key != "temperature"]
    named = [key for key in spared if key in error.names]
    if named:
        return named[0]
    return spared[0] if spared and error.status in (400, 422) and not request.form and not error.names else None


def place_and_key(settings: Settings, model_file: ModelFile | None) -> tuple[str, str]:
    """Where the model answers, and the key that it wants.

    Raises:
        EndpointError: the model file cannot be served, or the key holds what no key holds.
    """
    if model_file is not None:
        return model_file.served()
    return settings.base_url or DEFAULT_BASE_URL, endpoint_key(settings)


def endpoint_key(settings: Settings) -> str:
    """The key as the client wants it.

    Raises:
        EndpointError: it holds what no key holds.
    """
    from bot.llm.transport import usable_key

    return usable_key(settings.api_key, "OPENAI_API_KEY")


def load_library() -> None:
    """Imports the client: seconds at the first call, which are not to be counted as the endpoint's."""
    import langchain_openai  # noqa: F401
    import langsmith  # noqa: F401

    from bot.llm.transport import certificates

    certificates()


def _read(
    model: ChatOpenAI,
    client: httpx2.Client,
    messages: list[tuple[str, str]],
    options: dict[str, Any],
    arrived: SimpleQueue[AIMessageChunk | EndpointError | None],
) -> None:
    from langsmith import tracing_context

    from bot.llm import failures

    try:
        # A LANGSMITH_TRACING left in the environment would send the interview to another host.
        with client, tracing_context(enabled=False):
            for chunk in model.stream(messages, **options):
                arrived.put(chunk)
        arrived.put(None)
    except Exception as error:  # noqa: BLE001 (the client leaks a dozen unrelated types on malformed replies)
        arrived.put(failures.mapped(error))


def _text(chunk: AIMessageChunk) -> str:
    said = chunk.content if isinstance(chunk.content, str) else ""
    return said + "".join(call["args"] or "" for call in chunk.tool_call_chunks)


def _tokens(chunk: AIMessageChunk) -> Tokens | None:
    used = chunk.usage_metadata
    if not used or min(used["input_tokens"], used["output_tokens"]) < 0:
        return None
    return Tokens(asked=used["input_tokens"], replied=used["output_tokens"])


def _finish_reason(chunk: AIMessageChunk) -> str | None:
    reason = chunk.response_metadata.get("finish_reason")
    return reason if isinstance(reason, str) else None
