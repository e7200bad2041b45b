"""Voice in a real browser: an answer is spoken, corrected and sent, and the interviewer is heard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.bot.llm.endpoint import ScriptedEndpoint, Wire, error, recognises, running, sound, sounds
from tests.browser.conftest import Seat
from tests.browser.served import App, Candidate

pytestmark = pytest.mark.browser

MISHEARD, MEANT = "我做过人像口图项目。", "我做过人像抠图项目。"
FIELDS = ("transcription_model", "speech_model", "voice_url")


def hears_and_speaks(wire: Wire) -> None:
    (sounds(sound(0.3)) if wire.request.path.endswith("/speech") else recognises(MISHEARD))(wire)


@pytest.fixture
def endpoint(app: App) -> Iterator[ScriptedEndpoint]:
    with running() as scripted:
        scripted.script(hears_and_speaks)
        yield scripted
    app.forget_settings()


def configure(candidate: Candidate, *values: str) -> None:
    """Sets models and address on the Settings page."""
    candidate.visit("/settings", "#set-voice_url")
    candidate.page.get_by_text("没有设置；本机的服务").wait_for()
    for field, value in zip(FIELDS, values, strict=True):
        candidate.page.fill(f"#set-{field} input, #set-{field} textarea", value)
    candidate.page.click("#save-settings")
    candidate.page.locator("#settings-told", has_text="已生效").wait_for()


def heard(page: Page, before: str = "") -> str:
    """Waits until a sound plays, another than before; its address."""
    playing = page.wait_for_function(
        """(before) => {
          const player = document.querySelector("#voice-bar audio");
          return player.src !== before && player.currentTime > 0 && player.src;
        }""",
        arg=before,
    )
    return str(playing.json_value())


def test_an_answer_is_spoken_and_the_interviewer_is_heard(seat: Seat, app: App, endpoint: ScriptedEndpoint) -> None:
    candidate = seat()
    page = candidate.page
    status = page.locator("#voice-bar [role=status]")
    configure(candidate, "whisper", "tts", endpoint.base_url)
    candidate.begin("快手", "一面")
    page.locator("#mic", has_text="说出来").wait_for()
    expect(page.locator("audio")).to_be_hidden()
    assert endpoint.requests == [], "nobody asked for a voice yet"

    page.check("#aloud")
    first = heard(page)
    assert endpoint.requests[-1].body["input"] == candidate.turns.last.locator(".said").inner_text()

    before = candidate.turns.count()
    page.click("#mic")
    page.locator("#mic", has_text="说完了 0:01").wait_for()
    page.click("#mic")
    expect(page.locator("#box textarea")).to_have_value(MISHEARD)
    expect(status).to_contain_text("核对")
    assert b"\x1aE\xdf\xa3" in endpoint.requests[-1].raw
    assert candidate.turns.count() == before
    spoken = candidate.say(MEANT)
    assert candidate.turns.nth(before).locator(".said").inner_text() == MEANT
    heard(page, first)
    assert endpoint.requests[-1].body["input"] == spoken
    page.set_viewport_size({"width": 390, "height": 844})
    assert candidate.overflow() <= 0

    page.uncheck("#aloud")
    endpoint.script(error(401))
    page.click("#mic")
    page.locator("#mic", has_text="说完了 0:00").wait_for()
    page.click("#mic")
    expect(status).to_contain_text("MIANJING_VOICE_API_KEY")
    assert [line for line in candidate.complaints if "502" not in line] == []
    candidate.complaints.clear()
    asked = len(endpoint.requests)
    assert candidate.say("下一题")
    assert len(endpoint.requests) == asked

    configure(candidate, "", "", "")
    (app.data / "settings.toml").unlink()
