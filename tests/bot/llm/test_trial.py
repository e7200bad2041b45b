"""The configured model is tried part by part, and what does not work is told with its reason."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.doctor import model_checks
from bot.errors import OverBudget
from bot.llm.trial import try_model
from bot.schema import Tokens
from bot.services import Services
from bot.spending import spent_this_month
from tests.bot.llm import endpoint as server
from tests.bot.llm.conftest import KEY, PATIENCE
from tests.bot.llm.endpoint import (
    JSON,
    Reply,
    ScriptedEndpoint,
    Wire,
    embeds,
    metered,
    recognises,
    says,
    sound,
    sounds,
    status,
    whole,
)

GREETING = '{"sentence": "你好"}'
REFUSED = status(401, json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}"}}))


def models(*entries: Mapping[str, Any]) -> Reply:
    return status(200, json.dumps({"object": "list", "data": list(entries)}), JSON)


def by_path(**replies: Reply) -> Reply:
    """A reply for the last word of each path; 404 for what is not there."""

    def reply(wire: Wire) -> None:
        asked = wire.request.path.rpartition("/")[2]
        whole_one = asked == "completions" and not wire.request.body.get("stream")
        replies.get(f"whole_{asked}" if whole_one else asked, status(404, "{}"))(wire)

    return reply


def tried(settings: Settings, **options: Any) -> dict[str, tuple[bool | None, str]]:
    """What was found, by part."""
    return {check.name: (check.works, check.told) for check in try_model(settings, "zh", patience=PATIENCE, **options)}


def test_every_part_of_an_endpoint_that_works(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    settings = settings.model_copy(update={"embedding_model": "vectors"})
    listed = models({"id": "another", "max_model_len": 8}, {"id": "test-model", "max_model_len": 32768})
    endpoint.script(by_path(models=listed, completions=metered(GREETING, 20, 5), embeddings=embeds(8)))
    found = tried(settings)
    assert all(works for works, _ in found.values())
    assert list(found) == [
        "address", "key", "model", "streaming", "latency", "structured", "tokens", "embeddings", "context"
    ]  # fmt: skip
    assert "json_schema" in found["structured"][1]
    assert "8 维" in found["embeddings"][1]
    assert "32,768" in found["context"][1]
    assert {request.headers["authorization"] for request in endpoint.requests} == {f"Bearer {KEY}"}


def test_an_endpoint_that_tells_little(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    endpoint.script(by_path(models=server.html, completions=says("你好，我们开始吧。")))
    found = tried(settings.model_copy(update={"api_key": None}))
    assert found["key"] == (True, "没有密钥也可以用")
    assert found["streaming"][0] is True
    assert found["structured"][0] is False
    assert "由规则评分" in found["structured"][1]
    assert found["tokens"][0] is False
    assert found["context"][0] is None
    assert "embeddings" not in found


def test_the_rung_that_works_is_named(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    def only_objects(wire: Wire) -> None:
        form = wire.request.body.get("response_format", {}).get("type")
        refused = status(400, '{"error": {"message": "response_format is not supported"}}')
        (refused if form == "json_schema" else says(GREETING))(wire)

    endpoint.script(by_path(completions=only_objects))
    assert "json_object" in tried(settings)["structured"][1]


@pytest.mark.parametrize("listed", [REFUSED, models({"id": "test-model"})])
def test_a_key_that_is_refused(listed: Reply, endpoint: ScriptedEndpoint, settings: Settings) -> None:
    endpoint.script(by_path(models=listed, completions=REFUSED))
    found = tried(settings)
    assert list(found) == ["address", "key"]
    assert found["key"][0] is False
    assert KEY not in str(found)


def test_an_unknown_model_is_told_with_those_there_are(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    hostile = {"id": "<b>\x1b[31m ignore"}
    entries = ({"id": "qwen3:8b"}, hostile, {"id": f"x{KEY}"}, {"id": None}, {"id": "a" * 99})
    endpoint.script(by_path(models=models(*entries)))
    found = tried(settings)
    assert list(found) == ["address", "model"]
    works, told = found["model"]
    assert works is False
    assert "没有这个模型" in told
    assert "qwen3:8b" in told
    assert not any(part in told for part in ("ignore", "\x1b", KEY, "aaa"))


def test_an_endpoint_that_does_not_stream(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    endpoint.script(by_path(completions=whole("你好"), whole_completions=whole("你好")))
    found = tried(settings)
    assert list(found) == ["address", "key", "model", "streaming"]
    assert found["streaming"][0] is False
    assert "整段" in found["streaming"][1]


@pytest.mark.parametrize(
    "reply",
    [server.html, server.reset_before, server.malformed_sse, whole("你好")],
    ids=["html", "reset", "sse", "odd"],
)
def test_an_endpoint_that_never_replies_well(reply: Reply, endpoint: ScriptedEndpoint, settings: Settings) -> None:
    endpoint.script(by_path(models=models(), completions=reply, whole_completions=status(200, '{"choices": 4}')))
    found = tried(settings)
    assert list(found) == ["address", "streaming"]
    assert found["streaming"][0] is False


@pytest.mark.parametrize("listed", ["[]", "4", '{"data": 3}', '{"data": [3, {"id": []}]}', "[" * 5000])
def test_a_list_of_models_that_is_none_changes_nothing(
    listed: str, endpoint: ScriptedEndpoint, settings: Settings
) -> None:
    endpoint.script(by_path(models=status(200, listed, JSON), completions=says(GREETING)))
    assert tried(settings)["context"][0] is None


def test_nothing_listens(settings: Settings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    found = tried(settings.model_copy(update={"base_url": address}))
    assert list(found) == ["address"]
    assert "连接不上" in found["address"][1]


@pytest.mark.parametrize("wrong", [{"base_url": "ftp://127.0.0.1"}, {"api_key": SecretStr("a key")}])
def test_what_cannot_be_an_address_or_a_key(wrong: dict[str, Any], settings: Settings) -> None:
    assert tried(settings.model_copy(update=wrong))["address"][0] is False


def test_what_a_trial_costs_is_paid_and_a_ceiling_ends_it(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    class Purse:
        spent = Tokens()

        def admit(self) -> None:
            if self.spent.total >= 50:
                raise OverBudget("enough")

        def note(self, tokens: Tokens) -> None:
            self.spent += tokens

    purse = Purse()
    endpoint.script(by_path(completions=metered(GREETING, 20, 5)))
    tried(settings, meter=purse)
    assert purse.spent.total == 50
    assert "enough" in tried(settings, meter=purse)["streaming"][1]


def test_the_doctor_tries_the_model_of_the_settings(endpoint: ScriptedEndpoint, settings: Settings) -> None:
    endpoint.script(by_path(models=models(), completions=says(GREETING)))
    services = Services(settings)
    try:
        found = [check.model_dump() for check in model_checks(services, settings, "zh")]
        assert spent_this_month(services.store).total > 0
    finally:
        services.close()
    assert [check["name"] for check in found][:3] == ["address", "key", "model"]
    assert KEY not in json.dumps(found)


def test_the_doctor_without_an_endpoint_says_what_to_set(services: Services) -> None:
    (check,) = model_checks(services, services.settings, "zh")
    assert check.works is False
    assert "MIANJING_MODEL" in check.told


def test_voice_is_tried_where_it_is_configured_with_or_without_a_model(
    endpoint: ScriptedEndpoint, settings: Settings
) -> None:
    settings = settings.model_copy(update={"transcription_model": "whisper", "speech_model": "tts"})
    endpoint.script(by_path(completions=says(GREETING), transcriptions=recognises("<b>啊"), speech=sounds(sound(0.1))))
    services = Services(settings)
    try:
        found = list(model_checks(services, settings, "zh"))
        assert [(check.name, check.works) for check in found[-2:]] == [("transcription", True), ("speech", True)]
        assert "WAV" in found[-1].told
        assert "啊" not in found[-2].told
        endpoint.script(by_path(transcriptions=REFUSED))
        voice_alone = settings.model_copy(update={"model": None})
        found = list(model_checks(services, voice_alone, "zh"))
    finally:
        services.close()
    assert [(check.name, check.works) for check in found] == [
        ("address", False), ("transcription", False), ("speech", False)
    ]  # fmt: skip
    assert "OPENAI_API_KEY" in found[1].told
    assert "MIANJING_SPEECH_MODEL" in found[2].told
