"""Structured output: each way to it, falling from one to the next, one repair, and what is remembered."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from bot.config import Settings
from bot.errors import EndpointError
from bot.llm.chat import ChatEndpoint
from bot.llm.structured import Rung, Unusable, strict_schema, structured
from tests.bot.llm import endpoint as server
from tests.bot.llm.conftest import KEY, PATIENCE
from tests.bot.llm.endpoint import Reply, Request, ScriptedEndpoint, Wire, says, stream


class Point(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: str
    verdict: Literal["none", "full"]
    quote: str | None = None


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")

    p1: Point
    number: int = Field(default=3, ge=1)


GOOD = {"p1": {"reason": "说到了", "verdict": "full", "quote": "BN"}, "number": 2}
TEXT = json.dumps(GOOD, ensure_ascii=False)


def rung_of(request: Request) -> Rung:
    form = request.body.get("response_format", {}).get("type")
    if form is not None:
        return Rung.SCHEMA if form == "json_schema" else Rung.OBJECT
    return Rung.TOOL if "tools" in request.body else Rung.PLAIN


def calls(arguments: str, *, text: str = "") -> Reply:
    """A tool call, its arguments in pieces."""
    head = {"index": 0, "id": "t1", "type": "function", "function": {"name": "reply", "arguments": ""}}
    pieces = [arguments[at : at + 5] for at in range(0, len(arguments), 5)]
    return server.raw(
        server.event({"role": "assistant", "content": text})
        + server.event({"tool_calls": [head]})
        + "".join(server.event({"tool_calls": [{"index": 0, "function": {"arguments": each}}]}) for each in pieces)
        + server.event({}, "tool_calls")
    )


def takes_only(rung: Rung, refusal: int) -> Reply:
    """An endpoint that refuses every way above `rung`."""

    def reply(wire: Wire) -> None:
        asked = rung_of(wire.request)
        if asked < rung:
            server.error(refusal)(wire)
        else:
            (calls(TEXT) if asked is Rung.TOOL else says(f"好的：\n```json\n{TEXT}\n```\n"))(wire)

    return reply


def ask(chat: ChatEndpoint, **options: Any) -> Shape:
    return structured(chat, "system", "user", Shape, **options)


@pytest.mark.parametrize("refusal", [400, 404, 422, 500])
@pytest.mark.parametrize("rung", list(Rung))
def test_the_first_way_that_works_is_used_and_remembered(
    rung: Rung, refusal: int, endpoint: ScriptedEndpoint, settings: Settings
) -> None:
    endpoint.script(takes_only(rung, refusal))
    assert ask(ChatEndpoint(settings, PATIENCE)).model_dump() == GOOD
    used = [rung_of(request) for request in endpoint.requests]
    assert sorted(set(used)) == list(Rung)[: rung + 1]
    assert used == sorted(used)
    # Another object for the same endpoint and model, as the next turn makes one.
    ask(ChatEndpoint(settings, PATIENCE))
    assert [rung_of(request) for request in endpoint.requests[len(used) :]] == [rung]
    ask(ChatEndpoint(settings.model_copy(update={"model": "another"}), PATIENCE))
    assert rung_of(endpoint.requests[len(used) + 1]) is Rung.SCHEMA


def test_what_each_way_asks_for(endpoint: ScriptedEndpoint, chat: ChatEndpoint) -> None:
    endpoint.script(takes_only(Rung.PLAIN, 400))
    ask(chat)
    schema, object_, tool, plain = endpoint.requests
    assert schema.body["response_format"]["json_schema"]["strict"] is True
    assert schema.message("system") == "system"
    assert object_.body["response_format"] == {"type": "json_object"}
    assert tool.body["tools"][0]["function"]["parameters"] == strict_schema(Shape)
    assert tool.body["tool_choice"] == "auto"
    for request in (object_, plain):
        assert "JSON" in request.message("system")
        assert json.dumps(strict_schema(Shape)) in request.message("system")
    assert all(request.body["temperature"] == 0 for request in endpoint.requests)


def test_the_strict_schema_requires_all_keys_in_order_and_has_no_bounds() -> None:
    schema = strict_schema(Shape)
    assert schema["required"] == ["p1", "number"]
    assert schema["$defs"]["Point"]["required"] == ["reason", "verdict", "quote"]
    assert schema["$defs"]["Point"]["additionalProperties"] is False
    assert "minimum" not in json.dumps(schema)
    assert "default" not in json.dumps(schema)


@pytest.mark.parametrize("key", ["temperature", "stream_options"])
def test_a_key_that_a_refusal_names_is_left_out_from_then_on(
    key: str, endpoint: ScriptedEndpoint, chat: ChatEndpoint
) -> None:
    def reply(wire: Wire) -> None:
        if key in wire.request.body:
            server.status(400, json.dumps({"error": {"message": f"Unsupported parameter: '{key}'"}}), server.JSON)(wire)
        else:
            says(TEXT)(wire)

    endpoint.script(reply)
    ask(chat)
    ask(chat)
    assert [(rung_of(r), key in r.body) for r in endpoint.requests] == [
        (Rung.SCHEMA, True),
        (Rung.SCHEMA, False),
        (Rung.SCHEMA, False),
    ]


@pytest.mark.parametrize(
    "reply",
    [
        TEXT,
        f"```json\n{TEXT}\n```",
        f"先看 {{不是 JSON}}：\n```\n{TEXT}\n```\n完。",
        f"<think>{{}} 想一想</think>\n结果：{TEXT}，就这样。",
    ],
)
def test_an_object_is_found_in_what_stands_around_it(
    reply: str, endpoint: ScriptedEndpoint, chat: ChatEndpoint
) -> None:
    endpoint.script(says(reply))
    assert ask(chat).model_dump() == GOOD
    assert len(endpoint.requests) == 1


def test_a_tool_that_is_not_called_may_still_answer(endpoint: ScriptedEndpoint, chat: ChatEndpoint) -> None:
    chat.habits.rung = Rung.TOOL
    endpoint.script(says(TEXT), calls(TEXT, text="好的，我来交结果。"))
    assert ask(chat) == ask(chat)


WRONG = {
    "no JSON": "我觉得说得挺好。",
    "cut": TEXT[:-5],
    "an array": f"[{TEXT[:-1]}",
    "a verdict of its own": TEXT.replace("full", "excellent"),
    "a key of its own": TEXT.replace('"number"', '"score": 100, "number"'),
    "below its bound": TEXT.replace("2}", "0}"),
    "nested too deep": '{"a":' * 3000,
    "a number without end": f'{{"number": {"9" * 9000}}}',
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_sent_back_once(case: str, endpoint: ScriptedEndpoint, chat: ChatEndpoint) -> None:
    endpoint.script(stream([WRONG[case]]), says(TEXT))
    assert ask(chat).model_dump() == GOOD
    first, second = endpoint.requests
    roles = [message["role"] for message in second.body["messages"]]
    assert roles == ["system", "user", "assistant", "user"]
    assert second.body["messages"][:2] == first.body["messages"]
    assert "JSON" in second.body["messages"][-1]["content"]


@pytest.mark.parametrize("case", WRONG)
def test_wrong_twice_is_an_error_that_names_what_is_wrong(
    case: str, endpoint: ScriptedEndpoint, chat: ChatEndpoint
) -> None:
    endpoint.script(stream([WRONG[case]]))
    with pytest.raises(EndpointError, match="两次") as caught:
        ask(chat)
    assert len(endpoint.requests) == 2
    assert "\n" not in str(caught.value)
    assert "score" not in str(caught.value)


def test_what_a_shape_cannot_say_is_checked_and_sent_back(endpoint: ScriptedEndpoint, chat: ChatEndpoint) -> None:
    def check(shape: Shape) -> None:
        if shape.number != 5:
            raise Unusable("number 要是 5")

    endpoint.script(says(TEXT), says(TEXT.replace("2}", "5}")))
    assert ask(chat, check=check).number == 5
    assert "number 要是 5" in endpoint.requests[1].body["messages"][-1]["content"]


def test_a_way_that_is_passed_over_in_silence_is_not_taken_again(
    endpoint: ScriptedEndpoint, chat: ChatEndpoint
) -> None:
    endpoint.script(says("说得不错。"), says(TEXT))
    ask(chat)
    ask(chat)
    assert [rung_of(request) for request in endpoint.requests] == [Rung.SCHEMA, Rung.SCHEMA, Rung.OBJECT]


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (server.error(401), "密钥"),
        (stream([TEXT], finish="length"), "长度上限"),
        (stream([TEXT[:9]], finish="content_filter"), "内容审核"),
        (server.refusal, "是空的"),
        (stream([TEXT], finish=None), "中途断开"),
        (server.error(400, "context_length_exceeded"), "上下文"),
    ],
)
def test_what_no_other_way_would_mend_is_told_at_once(
    reply: Reply, words: str, endpoint: ScriptedEndpoint, chat: ChatEndpoint
) -> None:
    endpoint.script(reply)
    with pytest.raises(EndpointError, match=words) as caught:
        ask(chat)
    assert KEY not in str(caught.value)
    assert {rung_of(request) for request in endpoint.requests} == {Rung.SCHEMA}
    assert all(len(request.body["messages"]) == 2 for request in endpoint.requests)


def test_an_endpoint_that_refuses_everything_says_so(endpoint: ScriptedEndpoint, chat: ChatEndpoint) -> None:
    endpoint.script(server.error(404))
    with pytest.raises(EndpointError, match="MIANJING_MODEL"):
        ask(chat)
    assert chat.habits.rung == Rung.SCHEMA
