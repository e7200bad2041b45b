"""The endpoint's ears and mouth: a recorded answer as text, the interviewer's words as sound.

Both are small requests beside the interview, which goes on without them: what goes wrong is an EndpointError to be
told. Nothing recorded or spoken is logged or written to disk here. Tokens that an endpoint does not count are estimated
from the text.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from bot.config import Settings
from bot.errors import BadInput, EndpointError, UsageError
from bot.llm.audio import PLAYED, RECORDED, Kind, kind_of
from bot.llm.chat import DEFAULT_BASE_URL, Meter, Patience
from bot.llm.resting import Rest
from bot.llm.tokens import estimated
from bot.llm.whole_reply import whole_reply
from bot.schema import Language, Tokens

if TYPE_CHECKING:
    from openai import OpenAI

    from bot.llm.failures import Named

PROMPTS = Path(__file__).parent.parent / "prompts"
MOST_SECONDS = 300
"""Of one recording; the browser ends it then."""
MOST_RECORDED_BYTES = 8_000_000
"""Of one recording: five minutes as any browser makes them take under a fifth of it."""
LONGEST_SPEECH = 4000
"""Characters read aloud at once; OpenAI takes 4096, and no utterance comes near that."""
LONGEST_HEARD = 20_000
"""Characters of one answer."""
MOST_SPOKEN_BYTES = 32_000_000
"""Of one utterance read aloud; uncompressed, ten minutes."""
USUAL_VOICE = "alloy"
"""OpenAI's first, which other servers know as well; the protocol wants one named."""
WAITING = Patience(silence=40.0)
"""Nothing comes before all was heard, or read: silence is work."""

_CODE_BLOCK = re.compile(r"```.*?(```|\Z)", re.DOTALL)


class Spoken(NamedTuple):
    """An utterance as sound."""

    data: bytes
    kind: Kind


@dataclass
class _Habits:
    """What a model was found to refuse."""

    plain: bool = False
    """It takes no hints for listening, or sends no MP3."""
    rest: Rest = field(default_factory=Rest)


_HABITS: dict[tuple[str, str], _Habits] = {}
"""By base URL and model, for the process."""

Reply = TypeVar("Reply")
Request = Callable[["OpenAI", bool], Reply]
"""Asks the client, plainly or with all that may help."""


class _AudioModel:
    """One audio model of the endpoint. Nothing is contacted before the first use."""

    def __init__(
        self, settings: Settings, model: str, variables: str, patience: Patience | None, meter: Meter | None
    ) -> None:
        self.model = model
        self._variables = variables
        self._patience = patience or WAITING
        self._meter = meter
        self._elsewhere = settings.voice_url is not None
        self._base_url = settings.voice_url or settings.base_url or DEFAULT_BASE_URL
        self._key = settings.voice_api_key if self._elsewhere else settings.api_key
        self._habits = _HABITS.setdefault((self._base_url, model), _Habits())
        self.rest = self._habits.rest
        """For whoever asks without being asked to, again and again."""

    def _asked(self, request: Request[Reply]) -> Reply:
        """What a request brings; refused, it is made once more, plainly.

        Raises:
            EndpointError: see `bot.llm.whole_reply`.
            OverBudget: a ceiling is reached; nothing was sent.
        """
        from bot.llm.failures import Rejected

        if self._meter is not None:
            self._meter.admit()
        failure: EndpointError | None = None
        try:
            try:
                return self._tried(request, self._habits.plain)
            except Rejected as error:
                if self._habits.plain or error.status not in (400, 422):
                    raise
                reply = self._tried(request, True)
                self._habits.plain = True
                return reply
        except EndpointError as error:
            failure = error
            raise
        finally:
            self.rest.note(failure)

    def _tried(self, request: Request[Reply], plain: bool) -> Reply:
        from bot.llm.failures import CHAT, Named

        named = Named("MIANJING_VOICE_URL", "MIANJING_VOICE_API_KEY") if self._elsewhere else CHAT
        named = named._replace(model=self._variables)

        def ask(given_up: threading.Event) -> Reply:
            with self._client(given_up, named) as client:
                return request(client, plain)

        return whole_reply(ask, self._patience, named)

    def _client(self, given_up: threading.Event, named: Named) -> OpenAI:
        import httpx2
        from openai import OpenAI

        from bot.llm.transport import http_client, usable_key

        connect, silence = self._patience.connect, self._patience.silence
        key = usable_key(self._key, named.key)
        client = http_client(
            self._base_url,
            connect=connect,
            silence=silence,
            given_up=given_up,
            most_bytes=MOST_SPOKEN_BYTES,
            variable=named.address,
        )
        timeout = httpx2.Timeout(silence, connect=connect)
        return OpenAI(base_url=self._base_url, api_key=key, http_client=client, timeout=timeout, max_retries=0)

    def _note(self, tokens: Tokens) -> None:
        if self._meter is not None:
            self._meter.note(tokens)


class Listener(_AudioModel):
    """Writes down what was said.

    Args:
        settings: Name the model and where it answers.
        patience: Time budgets.
        meter: Who pays; nobody counts where there is none.

    Raises:
        UsageError: the settings name no model for it.
    """

    def __init__(self, settings: Settings, patience: Patience | None = None, meter: Meter | None = None) -> None:
        if settings.transcription_model is None:
            raise UsageError("没有配置语音识别 (no transcription is configured)；请设置 MIANJING_TRANSCRIPTION_MODEL")
        super().__init__(settings, settings.transcription_model, "MIANJING_TRANSCRIPTION_MODEL", patience, meter)

    def written(self, recording: bytes, language: Language) -> str:
        """The words of a recording; empty where none were made out.

        Raises:
            BadInput: it is empty, too large, or nothing that a browser records.
            EndpointError: the endpoint failed, or sent no text.
            OverBudget: a ceiling is reached; nothing was sent.
        """
        kind = _recorded(recording)
        prompt = _prompt(language)

        def request(client: OpenAI, plain: bool) -> tuple[str, Tokens | None]:
            hints: Any = {} if plain else {"language": language, "prompt": prompt}
            file = (f"answer.{kind.ending}", recording, kind.media_type)
            reply = client.audio.transcriptions.create(file=file, model=self.model, **hints)
            heard = getattr(reply, "text", None)
            if not isinstance(heard, str):
                raise EndpointError("返回的不是识别出来的文字 (no recognised text came back)", retry=True)
            return heard, _counted(getattr(reply, "usage", None))

        heard, tokens = self._asked(request)
        self._note(tokens or estimated((prompt,), (heard,)))
        return heard.strip()[:LONGEST_HEARD]


class Reader(_AudioModel):
    """Reads text aloud. Arguments and errors as of `Listener`."""

    def __init__(self, settings: Settings, patience: Patience | None = None, meter: Meter | None = None) -> None:
        if settings.speech_model is None:
            raise UsageError("没有配置朗读 (no speech is configured)；请设置 MIANJING_SPEECH_MODEL")
        super().__init__(settings, settings.speech_model, "MIANJING_SPEECH_MODEL、MIANJING_VOICE", patience, meter)
        self._voice = settings.voice or USUAL_VOICE

    def spoken(self, text: str) -> Spoken:
        """An utterance as sound, without its code blocks.

        Raises:
            BadInput: nothing is left to read.
            EndpointError: the endpoint failed, or sent nothing that can be played.
            OverBudget: a ceiling is reached; nothing was sent.
        """
        words = _CODE_BLOCK.sub("", text).replace("`", "").strip()[:LONGEST_SPEECH]
        if not words:
            raise BadInput("没有要读的话 (nothing to read aloud)")

        def request(client: OpenAI, plain: bool) -> Spoken:
            data = client.audio.speech.create(
                input=words, model=self.model, voice=self._voice, response_format="wav" if plain else "mp3"
            ).content
            kind = kind_of(data)
            if kind is None or kind not in PLAYED:
                raise EndpointError("返回的不是能播放的声音 (no sound that can be played came back)", retry=True)
            return Spoken(data, kind)

        spoken = self._asked(request)
        self._note(estimated((words,), ()))
        return spoken


def _recorded(recording: bytes) -> Kind:
    if not recording:
        raise BadInput("录音是空的 (the recording is empty)；请再录一次 (record again)")
    if len(recording) > MOST_RECORDED_BYTES:
        raise BadInput(
            f"录音太大，最多 {MOST_RECORDED_BYTES // 1_000_000} MB (the recording is too large)；请分几次说 (in parts)"
        )
    kind = kind_of(recording)
    if kind is None or kind not in RECORDED:
        raise BadInput(
            "这不是浏览器录下的声音 (no recording of a browser)：只收 WebM、Ogg、WAV、MP4 (takes these alone)"
        )
    return kind


def _counted(usage: object) -> Tokens | None:
    """What the endpoint says a transcription cost, where it counts in tokens."""
    asked, replied = getattr(usage, "input_tokens", None), getattr(usage, "output_tokens", None)
    if type(asked) is not int or type(replied) is not int or min(asked, replied) < 0:
        return None
    return Tokens(asked=asked, replied=replied)


@cache
def _prompt(language: Language) -> str:
    """Keeps recognisers to simplified characters and to terms as the field writes them."""
    return (PROMPTS / f"transcription.{language}.md").read_text(encoding="utf-8").strip()
