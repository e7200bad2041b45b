"""The endpoint's ears and mouth: what is asked of it, what is made of its replies, and every way of failing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.errors import BadInput, EndpointError, OverBudget, UsageError
from bot.llm.audio import kind_of
from bot.llm.voice import MOST_RECORDED_BYTES, MOST_SPOKEN_BYTES, Listener, Reader
from bot.schema import Tokens
from tests.bot.llm import endpoint as server
from tests.bot.llm.conftest import KEY, LITTLE_PATIENCE, PATIENCE
from tests.bot.llm.endpoint import JSON, Reply, ScriptedEndpoint, Wire, error, recognises, sound, sounds, status

RECORDING = b"\x1aE\xdf\xa3" + bytes(60)
MP3 = b"\xff\xfb\x90\x00" + bytes(60)
ANSWER = "BatchNorm 在一个 batch 上归一化。"
Act = Callable[[Settings], object]


def listen(settings: Settings) -> str:
    return Listener(settings, PATIENCE).written(RECORDING, "zh")


def read(settings: Settings) -> bytes:
    return Reader(settings, PATIENCE).spoken("请介绍一下你自己。").data


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"transcription_model": "whisper", "speech_model": "tts"})


class Purse:
    """A meter that has a ceiling."""

    turn_began = None

    def __init__(self, most: int = 1000) -> None:
        self.most = most
        self.spent = Tokens()

    def admit(self) -> None:
        if self.spent.total >= self.most:
            raise OverBudget("enough")

    def note(self, tokens: Tokens) -> None:
        self.spent += tokens


def test_a_recording_becomes_text(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    endpoint.script(recognises(f" {ANSWER}\n"))
    assert listen(settings) == ANSWER
    (request,) = endpoint.requests
    assert request.path.endswith("/audio/transcriptions")
    assert request.headers["authorization"] == f"Bearer {KEY}"
    for part in (
        RECORDING,
        b'filename="answer.webm"',
        b"audio/webm",
        b"\r\nwhisper\r\n",
        b"\r\nzh\r\n",
        "简体".encode(),
    ):
        assert part in request.raw


def test_an_utterance_becomes_sound(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    endpoint.script(sounds(MP3))
    spoken = Reader(settings, PATIENCE).spoken("请写 `f(x)`：\n```python\ndef f(x): ...\n```\n开始吧。")
    assert (spoken.data, spoken.kind.media_type) == (MP3, "audio/mpeg")
    (request,) = endpoint.requests
    assert request.path.endswith("/audio/speech")
    assert request.body == {
        "model": "tts", "voice": "alloy", "response_format": "mp3", "input": "请写 f(x)：\n\n开始吧。"
    }  # fmt: skip


def test_another_voice_and_another_place_with_a_key_of_its_own(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    endpoint.script(sounds(MP3))
    elsewhere = {"base_url": "http://127.0.0.1:9/v1", "voice_url": endpoint.base_url, "voice": "anna"}
    for key, sent in ((None, "none"), (SecretStr("sk-voice"), "sk-voice")):
        read(settings.model_copy(update={**elsewhere, "voice_api_key": key}))
        assert endpoint.requests[-1].headers["authorization"] == f"Bearer {sent}"
        assert endpoint.requests[-1].body["voice"] == "anna"


def test_what_is_refused_is_left_out_from_then_on(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    def plain_only(wire: Wire) -> None:
        hinted = wire.request.body.get("response_format") == "mp3" or b'name="language"' in wire.request.raw
        heard = sounds(sound(0.1)) if "speech" in wire.request.path else recognises(ANSWER)
        (error(400) if hinted else heard)(wire)

    endpoint.script(plain_only)
    for act in (listen, read):
        endpoint.requests.clear()
        assert act(settings)
        assert act(settings)
        assert len(endpoint.requests) == 3


@pytest.mark.parametrize("act", [listen, read])
@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (error(401), "OPENAI_API_KEY"),
        (error(404), "MIANJING_(TRANSCRIPTION|SPEECH)_MODEL.*OPENAI_BASE_URL"),
        (error(402), "余额"),
        (error(429, "insufficient_quota"), "余额"),
        (error(429), "过于频繁"),
        (error(500), "HTTP 500"),
        (error(400), "HTTP 400"),
        (status(302, "", {"Location": "http://192.0.2.1/"}), "redirected"),
        (server.reset_before, "断开|连接不上"),
        (server.html, "没|不是"),
        (status(200, "", JSON), "不是"),
        (status(200, "[]", JSON), "不是"),
        (recognises(None), "不是"),
        (recognises(["a"]), "不是"),
    ],
)
def test_every_fault_is_told_in_one_line(
    act: Act, reply: Reply, told: str, endpoint: ScriptedEndpoint, settings: Settings
) -> None:
    endpoint.script(reply)
    with pytest.raises(EndpointError, match=told) as caught:
        act(settings)
    assert KEY not in str(caught.value)
    assert "\n" not in str(caught.value)
    # Once more at most, and once plainly.
    assert len(endpoint.requests) <= 4


def test_a_fault_names_the_variables_of_the_place_that_was_asked(
    endpoint: ScriptedEndpoint, settings: Settings
) -> None:
    endpoint.script(error(401))
    elsewhere = settings.model_copy(update={"voice_url": endpoint.base_url})
    with pytest.raises(EndpointError, match="MIANJING_VOICE_API_KEY"):
        listen(elsewhere)
    for wrong, told in (
        ({"voice_url": "ftp://127.0.0.1"}, "MIANJING_VOICE_URL"),
        ({"voice_api_key": SecretStr("a key")}, "MIANJING_VOICE_API_KEY"),
    ):
        with pytest.raises(EndpointError, match=told):
            listen(elsewhere.model_copy(update=wrong))


@pytest.mark.parametrize(
    "data", [b"", b"RIFF\x24\0\0\0WAVEfmt " + bytes(28), b"<html></html>", b"\xff\xf1" + bytes(60)]
)
def test_what_cannot_be_played_is_no_speech(data: bytes, endpoint: ScriptedEndpoint, settings: Settings) -> None:
    endpoint.script(sounds(data))
    with pytest.raises(EndpointError, match="不是能播放的声音"):
        read(settings)


def test_an_endless_reply_is_not_read_to_its_end(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    def flood(wire: Wire) -> None:
        wire.head(headers={"Content-Length": str(10 * MOST_SPOKEN_BYTES)})
        while not wire.closing.is_set():
            wire.send(MP3 * 16384)

    endpoint.script(flood)
    with pytest.raises(EndpointError, match="大得离谱"):
        read(settings)


@pytest.mark.parametrize("reply", [server.stall_before, server.dribbles_headers])
def test_who_says_nothing_is_given_up_and_then_rests(
    reply: Reply, endpoint: ScriptedEndpoint, settings: Settings
) -> None:
    endpoint.script(reply)
    listener = Listener(settings, LITTLE_PATIENCE)
    for _ in range(2):
        with pytest.raises(EndpointError):
            listener.written(RECORDING, "zh")
    with pytest.raises(EndpointError, match="秒后再试"):
        Listener(settings).rest.admit()
    Reader(settings).rest.admit()
    endpoint.script(recognises(ANSWER))
    assert listen(settings) == ANSWER, "who asks for it gets it"
    Listener(settings).rest.admit()


@pytest.mark.parametrize(
    ("recording", "told"),
    [
        (b"", "空"),
        (RECORDING + bytes(MOST_RECORDED_BYTES), "太大"),
        (b"%PDF-1.7 nothing to hear", "WebM"),
        (b"GIF89a" + bytes(60), "WebM"),
        (MP3, "WebM"),
        (b"RIFF", "WebM"),
    ],
)
def test_what_no_browser_recorded_is_not_sent(
    recording: bytes, told: str, endpoint: ScriptedEndpoint, settings: Settings
) -> None:
    with pytest.raises(BadInput, match=told):
        Listener(settings).written(recording, "zh")
    assert endpoint.requests == []


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (RECORDING, "webm"),
        (b"OggS" + bytes(60), "ogg"),
        (b"\0\0\0\x20ftypisom" + bytes(60), "mp4"),
        (sound(0.01), "wav"),
        (MP3, "mp3"),
        (b"ID3\x04" + bytes(60), "mp3"),
        (b"fLaC" + bytes(60), "flac"),
        (b"\xff", None),
        (b"ID3", None),
    ],
)
def test_audio_is_known_by_its_beginning(data: bytes, ending: str | None) -> None:
    kind = kind_of(data)
    assert (kind.ending if kind else None) == ending


def test_silence_is_no_fault(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    endpoint.script(recognises(" \n"))
    assert listen(settings) == ""


def test_code_alone_is_not_read(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    with pytest.raises(BadInput):
        Reader(settings).spoken("```\nreturn x")
    assert endpoint.requests == []


def test_requests_are_paid_as_counted_or_else_estimated_and_a_ceiling_ends_them(
    endpoint: ScriptedEndpoint, settings: Settings
) -> None:
    purse = Purse(most=60)
    usage = {"type": "tokens", "input_tokens": 40, "output_tokens": 9, "total_tokens": 49}
    endpoint.script(recognises(ANSWER, usage=usage), sounds(MP3))
    Listener(settings, PATIENCE, purse).written(RECORDING, "zh")
    assert purse.spent == Tokens(asked=40, replied=9)
    Reader(settings, PATIENCE, purse).spoken("请介绍一下你自己，以及你做过的项目。")
    assert purse.spent.estimated
    assert purse.spent.total > 60
    asked = len(endpoint.requests)
    with pytest.raises(OverBudget):
        Listener(settings, PATIENCE, purse).written(RECORDING, "zh")
    assert len(endpoint.requests) == asked


@pytest.mark.parametrize("usage", [{"type": "duration", "seconds": 3}, {"input_tokens": -1, "output_tokens": 2}, 5])
def test_a_count_that_makes_no_sense_is_estimated(
    usage: object, endpoint: ScriptedEndpoint, settings: Settings
) -> None:
    purse = Purse()
    endpoint.script(recognises(ANSWER, usage=usage))
    Listener(settings, PATIENCE, purse).written(RECORDING, "en")
    assert purse.spent.estimated


def test_voice_is_off_until_a_model_and_a_place_are_named(settings: Settings) -> None:
    off = settings.model_copy(update={"transcription_model": None, "speech_model": None})
    for act in (listen, read):
        with pytest.raises(UsageError, match="MIANJING_"):
            act(off)
    assert (off.listens, off.reads_aloud) == (False, False)
    assert (settings.listens, settings.reads_aloud) == (True, True)
    nowhere = settings.model_copy(update={"base_url": None, "api_key": None})
    assert (nowhere.listens, nowhere.reads_aloud) == (False, False)
    assert nowhere.model_copy(update={"voice_url": "http://127.0.0.1:9/v1"}).listens
