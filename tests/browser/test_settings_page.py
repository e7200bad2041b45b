"""The Settings page in a real browser: an endpoint is set, tried and used, and its key is nowhere to be found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from tests.bot.llm.endpoint import JSON, ScriptedEndpoint, Wire, metered, running, status
from tests.browser.conftest import Seat
from tests.browser.served import App

pytestmark = pytest.mark.browser

KEY = "sk-kept-in-memory-0123456789"
GREETS = "你好，很高兴今天由我来面试你。"
FENCED = re.compile(r"^<<([0-9a-f]{16})>>\n(.*?)\n<<\1>>$", re.DOTALL | re.MULTILINE)


def model(wire: Wire) -> None:
    """Lists itself, and says what it is told to, with a greeting; whoever has not the key is sent away."""
    request = wire.request
    if request.headers.get("authorization") != f"Bearer {KEY}":
        reply = status(401, '{"error": {"message": "no"}}')
    elif request.path.endswith("/models"):
        reply = status(200, json.dumps({"data": [{"id": "scripted", "context_length": 16384}]}), JSON)
    elif "response_format" in request.body:
        reply = metered('{"sentence": "你好"}', 20, 5)
    else:
        told = FENCED.findall(request.message("user"))
        reply = metered(GREETS + (told[-1][1] if told else ""), 20, 5)
    reply(wire)


@pytest.fixture
def endpoint(app: App) -> Iterator[ScriptedEndpoint]:
    with running() as scripted:
        scripted.script(model)
        yield scripted
    app.forget_settings()


def test_an_endpoint_is_set_tried_and_used(seat: Seat, app: App, endpoint: ScriptedEndpoint) -> None:
    candidate = seat()
    page = candidate.page
    candidate.visit("/settings", "#set-base_url")
    page.get_by_text("没有设置；本机的服务").wait_for()
    page.fill("#set-base_url input, #set-base_url textarea", endpoint.base_url)
    page.fill("#set-model input, #set-model textarea", "scripted")
    page.fill("#set-api_key input", "sk-wrong")
    page.click("#try-settings")
    page.locator("#settings-told", has_text="密钥不被接受").wait_for()

    page.fill("#set-api_key input", KEY)
    page.fill("#set-tokens_per_month input, #set-tokens_per_month textarea", "lots")
    page.click("#save-settings")
    page.locator(".toast-body", has_text="tokens_per_month").wait_for()
    assert not (app.data / "settings.toml").exists()
    page.fill("#set-tokens_per_month input, #set-tokens_per_month textarea", "90000")
    page.fill("#set-price_in input, #set-price_in textarea", "2")
    page.click("#save-settings")
    page.locator("#settings-told", has_text="已生效").wait_for()
    assert page.input_value("#set-api_key input") == ""
    page.click("#try-settings")
    page.locator("#settings-told", has_text="16,384").wait_for()
    assert page.locator("#settings-told .badge.bad").count() == 0

    candidate.begin("快手", "一面")
    assert candidate.turns.last.locator(".said").inner_text().startswith(GREETS)
    kept = (app.data / "settings.toml").read_text(encoding="utf-8")
    assert "tokens_per_month = 90000" in kept
    assert "price_in = 2.0" in kept
    page.get_by_text(re.compile(r"本场模型用量 .* token.*，约 0\.\d+ 元")).wait_for()
    assert not [file for file in app.data.rglob("*") if file.is_file() and KEY.encode() in file.read_bytes()]

    candidate.visit("/en/settings", "#set-base_url")
    page.get_by_text("Set.").wait_for()
    assert page.input_value("#set-model input, #set-model textarea") == "scripted"
    assert KEY not in page.content()
    assert page.input_value("#set-api_key input") == ""
    # The key goes to no other address.
    page.fill("#set-base_url input, #set-base_url textarea", endpoint.base_url.replace("127.0.0.1", "localhost"))
    page.click("#save-settings")
    page.locator("#settings-told", has_text="forgotten").wait_for()
    page.set_viewport_size({"width": 390, "height": 844})
    assert candidate.overflow() <= 0
