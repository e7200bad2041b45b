"""A scripted server on loopback that speaks the chat completions protocol, and every way of getting it wrong.

Real sockets, real bytes: what a reply does to the connection is up to the reply.
"""

from __future__ import annotations

import io
import json
import math
import socket
import socketserver
import struct
import threading
import wave
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

SSE = {"Content-Type": "text/event-stream"}
JSON = {"Content-Type": "application/json"}


@dataclass
class Request:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    raw: bytes = b""
    """The body as it was sent."""

    def message(self, role: str) -> str:
        """The text of the message with this role."""
        return str(next(m["content"] for m in self.body["messages"] if m["role"] == role))


@dataclass
class Wire:
    """The connection that a reply writes to."""

    connection: socket.socket
    closing: threading.Event
    """Set when the test is over; replies that wait, wait for this."""
    request: Request

    def send(self, data: bytes | str) -> None:
        self.connection.sendall(data.encode() if isinstance(data, str) else data)

    def head(self, status: int = 200, headers: dict[str, str] | None = None) -> None:
        lines = [f"HTTP/1.1 {status} Whatever", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        self.send("\r\n".join(lines) + "\r\n\r\n")

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


Reply = Callable[[Wire], None]


def event(delta: dict[str, Any], finish: str | None = None) -> str:
    """One chunk of a stream."""
    chunk = {
        "id": "c1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n"


def stream(pieces: Iterable[str], finish: str | None = "stop", *, pause: float = 0, field: str = "content") -> Reply:
    """A streamed reply; without `finish`, one that ends in the middle as if nothing were wrong."""

    def reply(wire: Wire) -> None:
        wire.head(headers=SSE)
        wire.send(event({"role": "assistant", "content": ""}))
        for piece in pieces:
            if wire.closing.wait(pause) if pause else False:
                return
            wire.send(event({field: piece}))
        if finish is not None:
            wire.send(event({}, finish) + "data: [DONE]\n\n")

    return reply


def says(text: str) -> Reply:
    """A flawless reply, a few characters a chunk."""
    return stream([text[i : i + 3] for i in range(0, len(text), 3)])


def whole(text: str) -> Reply:
    """A reply that ignores `stream` and comes as one JSON document."""
    document = {
        "id": "c1",
        "choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
    }
    return status(200, json.dumps(document), JSON)


def computed(make: Callable[[Request], str]) -> Reply:
    """A flawless reply made from the request, as a model would."""
    return lambda wire: says(make(wire.request))(wire)


def metered(text: str, asked: int, replied: int) -> Reply:
    """A flawless reply of an endpoint that says what it cost."""
    usage = {"prompt_tokens": asked, "completion_tokens": replied, "total_tokens": asked + replied}
    told = f"data: {json.dumps({'id': 'c1', 'object': 'chat.completion.chunk', 'choices': [], 'usage': usage})}\n\n"
    return raw(event({"content": text}) + event({}, "stop") + told + "data: [DONE]\n\n")


def embeds(dimension: int = 8) -> Reply:
    """Vectors made from the texts of the request: equal texts have equal ones."""

    def reply(wire: Wire) -> None:
        texts = wire.request.body["input"]
        vectors = [[float(b) + 1 for b in sha256(text.encode()).digest()[:dimension]] for text in texts]
        data = [{"object": "embedding", "index": i, "embedding": vector} for i, vector in enumerate(vectors)]
        status(200, json.dumps({"object": "list", "model": "e", "data": data, "usage": {}}), JSON)(wire)

    return reply


def recognises(text: object, **more: object) -> Reply:
    """What was said, as the protocol has it."""
    return status(200, json.dumps({"text": text, **more}, ensure_ascii=False), JSON)


def sound(seconds: float = 0.5) -> bytes:
    """A WAV file with a tone."""
    rate = 8000
    steps = range(int(rate * seconds))
    tone = struct.pack(f"<{len(steps)}h", *(int(8000 * math.sin(n * 2 * math.pi * 440 / rate)) for n in steps))
    held = io.BytesIO()
    with wave.open(held, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(rate)
        written.writeframes(tone)
    return held.getvalue()


def sounds(data: bytes) -> Reply:
    """These bytes as sound, whatever they are."""

    def reply(wire: Wire) -> None:
        wire.head(headers={"Content-Type": "audio/wav", "Content-Length": str(len(data))})
        wire.send(data)

    return reply


def status(code: int, body: str = "", headers: dict[str, str] | None = None) -> Reply:
    """An answer with a status, whole."""

    def reply(wire: Wire) -> None:
        payload = body.encode()
        wire.head(code, {**(headers or JSON), "Content-Length": str(len(payload))})
        wire.send(payload)

    return reply


def error(code: int, name: str = "some_error", **headers: str) -> Reply:
    """A refusal as providers word it, which repeats the key."""

    def reply(wire: Wire) -> None:
        told = {"error": {"message": f"no good: {wire.request.headers['authorization']}", "code": name}}
        status(code, json.dumps(told), {**JSON, **headers})(wire)

    return reply


def html(wire: Wire) -> None:
    status(200, "<html><body>Sign in to the hotel's network</body></html>", {"Content-Type": "text/html"})(wire)


def reset_before(wire: Wire) -> None:
    wire.reset()


def reset_inside(wire: Wire) -> None:
    wire.head(headers={**SSE, "Content-Length": "9999"})
    wire.send(event({"content": "你好，我们"}))
    wire.reset()


def stall_before(wire: Wire) -> None:
    wire.closing.wait()


def stall_inside(wire: Wire) -> None:
    wire.head(headers=SSE)
    wire.send(event({"content": "你好，我们"}))
    wire.closing.wait()


def keeps_alive(wire: Wire) -> None:
    """Comments for ever, and never a word."""
    wire.head(headers=SSE)
    while not wire.closing.wait(0.02):
        wire.send(": still working\n\n")


def dribbles_headers(wire: Wire) -> None:
    wire.send("HTTP/1.1 200 OK\r\n")
    while not wire.closing.wait(0.02):
        wire.send("X-More: 1\r\n")


def speaks_for_ever(wire: Wire) -> None:
    wire.head(headers=SSE)
    while not wire.closing.wait(0.02):
        wire.send(event({"reasoning_content": "嗯"}))


def floods(wire: Wire) -> None:
    """A line that never ends."""
    wire.head(headers=SSE)
    wire.send("data: ")
    while not wire.closing.is_set():
        wire.send(b"x" * 65536)


def raw(body: bytes | str) -> Reply:
    """A stream of these very bytes."""

    def reply(wire: Wire) -> None:
        wire.head(headers=SSE)
        wire.send(body)

    return reply


malformed_sse = raw('data: {"choices": [{"delta": {"content": "你\n\n')
bad_utf8 = raw(b'data: {"choices": [{"index": 0, "delta": {"content": "\xff\xfe\xff"}}]}\n\n')
empty_choices = raw('data: {"id": "c", "object": "x", "choices": []}\n\ndata: [DONE]\n\n')
null_choices = raw('data: {"id": "c", "object": "x", "choices": null}\n\ndata: [DONE]\n\n')
no_json_object = raw("data: 42\n\ndata: [DONE]\n\n")
error_inside = raw(event({"content": "你好，"}) + 'data: {"error": {"message": "GPU fell over", "code": 500}}\n\n')
refusal = raw(event({"refusal": "I cannot help with that."}) + event({}, "stop"))
tool_call = raw(event({"content": None}) + event({}, "tool_calls"))
silence = raw(event({"content": ""}) + event({}, "stop"))
blank = raw(event({"content": " \n "}) + event({}, "stop"))


@dataclass
class ScriptedEndpoint:
    """A running server: it gives its replies in order and the last of them for ever after."""

    base_url: str
    replies: list[Reply] = field(default_factory=lambda: [says("你好。")])
    requests: list[Request] = field(default_factory=list)

    def script(self, *replies: Reply) -> None:
        """From now on, these."""
        self.replies = list(replies)

    def next_reply(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    scripted: ScriptedEndpoint
    closing: threading.Event

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is no news here."""


class _Handler(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        first = self.rfile.readline().decode().split()
        if not first:
            return
        headers = {}
        while line := self.rfile.readline().decode().strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        body = self.rfile.read(int(headers.get("content-length", 0)))
        is_form = headers.get("content-type", "").startswith("multipart/")
        request = Request(first[1], headers, json.loads(body) if body and not is_form else {}, body)
        self.server.scripted.requests.append(request)
        self.server.scripted.next_reply()(Wire(self.connection, self.server.closing, request))

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()


@contextmanager
def running() -> Iterator[ScriptedEndpoint]:
    """A server on a free port of 127.0.0.1."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.closing = threading.Event()
        server.scripted = ScriptedEndpoint(f"http://127.0.0.1:{server.server_address[1]}/v1")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server.scripted
        finally:
            server.closing.set()
            server.shutdown()
            thread.join()
