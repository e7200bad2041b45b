"""What the Practise page's script asks for: words for a recording, sound for a turn, and a line where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.config import Settings
from bot.llm import voice
from bot.llm.voice import MOST_RECORDED_BYTES
from bot.pages.voice import add_voice, voice_bar
from bot.planned import Plan
from bot.schema import Answered, Intent, Move, Said, Started
from bot.services import Services
from bot.spending import spent_in
from tests.bot.llm.endpoint import ScriptedEndpoint, error, recognises, running, sound, sounds

RECORDING = b"OggS" + bytes(80)
OGG = {"Content-Type": "audio/ogg;codecs=opus"}
TURN = {"Content-Type": "text/x-turn"}
HELLO = "你好，请先介绍一下自己。"


@pytest.fixture
def endpoint() -> Iterator[ScriptedEndpoint]:
    voice._HABITS.clear()
    with running() as scripted:
        yield scripted


@pytest.fixture
def services(endpoint: ScriptedEndpoint, data_folder: Path) -> Iterator[Services]:
    opened = Services(
        Settings(data=data_folder, base_url=endpoint.base_url, transcription_model="whisper", speech_model="tts")
    )
    plan = Plan(company="旷视", round="一面", questions=())
    opened.store.create("abc", Started(language="en", mode="real", seed=1, plan=plan))
    opened.store.append("abc", 1, Said(turn=1, move=Move.ASK, text=HELLO))
    opened.store.append("abc", 2, Answered(turn=2, text="读出我来", intent=Intent.ANSWER))
    yield opened
    opened.close()


@pytest.fixture
def page(services: Services) -> TestClient:
    app = FastAPI()
    add_voice(app, services)
    return TestClient(app)


def test_a_recording_comes_back_as_words(page: TestClient, endpoint: ScriptedEndpoint, services: Services) -> None:
    before = [file for file in services.settings.data.rglob("*") if file.is_file()]
    events = services.store.load("abc")
    endpoint.script(recognises("下一题 <b>"))
    reply = page.post("/voice/abc/listen", content=RECORDING, headers=OGG)
    assert (reply.status_code, reply.json()) == (200, {"text": "下一题 <b>"})
    assert b"\r\nen\r\n" in endpoint.requests[0].raw, "in the language of the interview"
    assert services.store.load("abc") == events, "nothing is said before the candidate sends it"
    assert [file for file in services.settings.data.rglob("*") if file.is_file()] == before
    assert spent_in(services.store, "abc").total > 0


def test_a_turn_comes_back_as_sound(page: TestClient, endpoint: ScriptedEndpoint) -> None:
    endpoint.script(sounds(sound(0.1)))
    reply = page.post("/voice/abc/1", headers=TURN)
    assert (reply.status_code, reply.content) == (200, sound(0.1))
    assert reply.headers["content-type"] == "audio/wav"
    assert (reply.headers["cache-control"], reply.headers["x-content-type-options"]) == ("no-store", "nosniff")
    assert endpoint.requests[0].body["input"] == HELLO


@pytest.mark.parametrize(
    ("path", "body", "headers", "status", "told"),
    [
        ("abc/listen", b"", OGG, 400, "空"),
        ("abc/listen", b"<script>", OGG, 400, "WebM"),
        ("abc/listen", RECORDING + bytes(MOST_RECORDED_BYTES), OGG, 400, "太大"),
        ("nobody/listen", RECORDING, OGG, 404, "nobody"),
        ("abc/listen", RECORDING, {"Content-Type": "text/plain"}, 403, "自己的页面"),
        ("abc/listen", RECORDING, {**OGG, "Sec-Fetch-Site": "cross-site"}, 403, "自己的页面"),
        ("abc/2", b"", TURN, 400, "没有说过"),
        ("abc/99", b"", TURN, 400, "没有说过"),
        ("abc/..%2f1", b"", TURN, 404, "Not Found"),
        ("nobody/1", b"", TURN, 404, "nobody"),
        ("abc/1", b"", {}, 403, "自己的页面"),
        ("abc/1", b"", {**TURN, "Sec-Fetch-Site": "same-site"}, 403, "自己的页面"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_sent(
    path: str,
    body: bytes,
    headers: dict[str, str],
    status: int,
    told: str,
    page: TestClient,
    endpoint: ScriptedEndpoint,
) -> None:
    reply = page.post(f"/voice/{path}", content=body, headers=headers)
    assert reply.status_code == status
    assert told in reply.text
    assert endpoint.requests == []


def test_a_failing_endpoint_is_told_in_a_line(page: TestClient, endpoint: ScriptedEndpoint) -> None:
    endpoint.script(error(404))
    for path, headers in (("abc/listen", OGG), ("abc/1", TURN)):
        reply = page.post(f"/voice/{path}", content=RECORDING, headers=headers)
        assert reply.status_code == 502
        assert "OPENAI_BASE_URL" in reply.json()["told"]


def test_a_ceiling_and_a_missing_model_are_told(
    page: TestClient, endpoint: ScriptedEndpoint, services: Services
) -> None:
    settings = services.settings
    services.reconfigure(settings.model_copy(update={"tokens_per_month": 0}))
    assert "MIANJING_TOKENS_PER_MONTH" in page.post("/voice/abc/1", headers=TURN).json()["told"]
    services.reconfigure(settings.model_copy(update={"speech_model": None, "transcription_model": None}))
    assert "MIANJING_SPEECH_MODEL" in page.post("/voice/abc/1", headers=TURN).json()["told"]
    reply = page.post("/voice/abc/listen", content=RECORDING, headers=OGG)
    assert "MIANJING_TRANSCRIPTION_MODEL" in reply.json()["told"]
    assert endpoint.requests == []


def test_the_page_shows_what_there_are_models_for(services: Services) -> None:
    both = services.settings
    no_ears = both.model_copy(update={"transcription_model": None})
    silent = both.model_copy(update={"speech_model": None})
    neither = silent.model_copy(update={"transcription_model": None})
    shown = {
        name: voice_bar(settings, "abc", "zh", answering=True)
        for name, settings in {"both": both, "no ears": no_ears, "silent": silent, "neither": neither}.items()
    }
    assert {name for name, bar in shown.items() if 'id="mic"' in bar} == {"both", "silent"}
    assert {name for name, bar in shown.items() if 'id="aloud"' in bar} == {"both", "no ears"}
    assert shown["neither"] == ""
    assert 'id="mic"' not in voice_bar(both, "abc", "en", answering=False)
