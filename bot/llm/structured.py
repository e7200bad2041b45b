"""Replies of a given shape: by the strictest way the endpoint knows, checked here whatever it promises.

Ways, from the top: `json_schema` (strict) → `json_object` with the schema in the prompt → a tool that is called →
plain text with the JSON in it. An endpoint that refuses one is asked by the next, and the one that works is
remembered for the process. A reply that is not of the shape is sent back once with what is wrong about it.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from enum import IntEnum
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.errors import EndpointError
from bot.llm.chat import ChatEndpoint, Request

PROMPTS = Path(__file__).parent.parent / "prompts"
LONGEST_SENT_BACK = 4000
"""Characters of a wrong reply that its author sees again."""

Shape = TypeVar("Shape", bound=BaseModel)

_FENCED = re.compile(r"```(?:json)?\s*\n(.*?)```", re.DOTALL | re.IGNORECASE)
_KEPT = frozenset(
    ("type", "properties", "required", "items", "enum", "const", "anyOf", "$ref", "$defs", "additionalProperties")
)
"""What strict schemas may hold with every provider; bounds and patterns are checked when the reply is here."""


class Rung(IntEnum):
    """Ways to ask for a shape, from the strictest down."""

    SCHEMA = 0
    OBJECT = 1
    TOOL = 2
    PLAIN = 3


class Unusable(ValueError):
    """A reply is not of the shape asked for; the message tells its author why."""


def structured(
    endpoint: ChatEndpoint,
    system: str,
    user: str,
    shape: type[Shape],
    check: Callable[[Shape], None] | None = None,
) -> Shape:
    """The model's reply as `shape`, at temperature 0.

    Args:
        check: Raises Unusable for what the shape cannot say.

    Raises:
        EndpointError: the endpoint failed, takes none of the ways, or its second reply was not of the shape either.
    """
    from bot.llm.failures import Rejected

    started = time.monotonic()
    refusal: EndpointError | None = None
    for rung in list(Rung)[endpoint.habits.rung :]:
        try:
            found, worked = _asked(endpoint, _request(rung, system, user, shape), shape, check, started)
        except Rejected as error:
            refusal = error
            continue
        endpoint.habits.rung = rung if worked else min(rung + 1, Rung.PLAIN)
        return found
    raise refusal or EndpointError("没有可用的结构化输出方式 (no way to structured output)", retry=False)


def _asked(
    endpoint: ChatEndpoint,
    request: Request,
    shape: type[Shape],
    check: Callable[[Shape], None] | None,
    started: float,
) -> tuple[Shape, bool]:
    """What was found, and whether the first reply was JSON: else the endpoint passes over what it was asked for."""
    reply = endpoint.ask(request, started)
    try:
        return _read(reply, shape, check), True
    except Unusable as fault:
        again = Template(_prompt("repair")).substitute(fault=str(fault), schema=_schema_text(shape))
        messages = (*request.messages, ("ai", reply[:LONGEST_SENT_BACK]), ("human", again))
        second = endpoint.ask(Request(messages, request.temperature, request.form), started)
        try:
            return _read(second, shape, check), _object_in(reply) is not None
        except Unusable as still:
            raise EndpointError(
                f"两次都没有按要求的格式回复 (twice not in the form asked for): {still}", retry=False
            ) from None


def _request(rung: Rung, system: str, user: str, shape: type[BaseModel]) -> Request:
    form: dict[str, Any] = {}
    match rung:
        case Rung.SCHEMA:
            schema = {"name": "reply", "strict": True, "schema": strict_schema(shape)}
            form = {"response_format": {"type": "json_schema", "json_schema": schema}}
        case Rung.OBJECT:
            form = {"response_format": {"type": "json_object"}}
        case Rung.TOOL:
            # A tool that must be called is refused by models that think first.
            function = {"name": "reply", "parameters": strict_schema(shape)}
            form = {"tools": [{"type": "function", "function": function}], "tool_choice": "auto"}
    if rung is not Rung.SCHEMA:
        told = Template(_prompt("tool" if rung is Rung.TOOL else "schema")).substitute(schema=_schema_text(shape))
        system = f"{system}\n\n{told}"
    return Request((("system", system), ("human", user)), temperature=0, form=form)


def _read(reply: str, shape: type[Shape], check: Callable[[Shape], None] | None) -> Shape:
    document = _object_in(reply)
    if document is None:
        raise Unusable("没有 JSON 对象 (no JSON object)")
    try:
        found = shape.model_validate(document)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        # The name of an unknown key is the model's own text.
        unknown = first["type"] == "extra_forbidden"
        place = ".".join(str(part) for part in (first["loc"][:-1] if unknown else first["loc"]))
        raise Unusable(f"{place or 'JSON'}: {first['msg']}") from None
    if check is not None:
        check(found)
    return found


def _object_in(reply: str) -> dict[str, Any] | None:
    """The JSON object in a reply: the whole of it, the last that is fenced, or from the first brace to the last."""
    whole = reply[reply.find("{") : reply.rfind("}") + 1]
    for text in (reply, *reversed(_FENCED.findall(reply)), whole):
        try:
            document = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(document, dict):
            return document
    return None


def strict_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of a shape as strict providers want it: every key required, no other allowed, no bounds."""
    return _strict(shape.model_json_schema())


def _strict(schema: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in schema.items():
        if key not in _KEPT:
            continue
        if key in ("properties", "$defs"):
            kept[key] = {name: _strict(inner) for name, inner in value.items()}
        elif key == "items":
            kept[key] = _strict(value)
        elif key == "anyOf":
            kept[key] = [_strict(each) for each in value]
        else:
            kept[key] = value
    if "properties" in kept:
        kept |= {"required": list(kept["properties"]), "additionalProperties": False}
    return kept


def _schema_text(shape: type[BaseModel]) -> str:
    return json.dumps(strict_schema(shape), ensure_ascii=False)


@cache
def _prompt(name: str) -> str:
    return (PROMPTS / f"{name}.md").read_text(encoding="utf-8")
