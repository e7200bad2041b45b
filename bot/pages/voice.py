"""Voice on the Practise page: what the page shows of it, and the two addresses its script (`voice.js`) talks to.

A recording goes from the browser through memory to the endpoint, and comes back as text for the answer box; an
utterance that is on disk comes back as sound. Nothing is kept. Only the app's own pages are answered: another site in
the same browser could spend the user's money otherwise.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from bot.config import Settings
from bot.errors import BadInput, EndpointError, NotFound
from bot.llm.voice import MOST_RECORDED_BYTES, MOST_SECONDS, Listener, Reader
from bot.pages.failures import EXPECTED
from bot.pages.markup import element, inert
from bot.pages.texts import text
from bot.schema import Language, Said, Started
from bot.services import Services

TOLD = ("record", "stop", "working", "nothing", "check", "denied", "cannot", "lost", "press", "reading")
"""What the script says, in the words of `voice_*`."""
PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def voice_bar(settings: Settings, interview_id: str, language: Language, *, answering: bool) -> str:
    """Microphone and switch, as far as there are models for them; nothing where there are none.

    Args:
        answering: Whether there is a box for words now.
    """
    shown = ""
    if settings.listens and answering:
        shown += element("button", inert(text("voice_record", language)), "", id="mic", type="button")
    if settings.reads_aloud:
        switch = element("input", "", "", id="aloud", type="checkbox")
        shown += element("label", switch + " " + inert(text("voice_aloud", language)))
    if not shown:
        return ""
    told = {f"data-{name}": text(f"voice_{name}", language) for name in TOLD}
    held = {"data-interview": interview_id, "data-seconds": str(MOST_SECONDS)}
    if settings.reads_aloud:
        held["data-aloud"] = "yes"
    return element("div", shown + element("span", "", "quiet", role="status"), "", id="voice-bar", **held, **told)


def add_voice(app: FastAPI, services: Services) -> None:
    """Adds the two addresses."""

    async def listen(request: Request) -> Response:
        if (refused := _refused(request, "audio/")) is not None:
            return refused
        recording = await _body(request)
        return await _aside(lambda: _heard(services, request, recording))

    async def read(request: Request) -> Response:
        # A type that a form of another site cannot have.
        if (refused := _refused(request, "text/x-turn")) is not None:
            return refused
        return await _aside(lambda: _spoken(services, request))

    app.add_api_route("/voice/{interview_id}/listen", listen, methods=["POST"])
    app.add_api_route("/voice/{interview_id}/{turn}", read, methods=["POST"])


async def _aside(act: Callable[[], Response]) -> Response:
    """An act in a thread that does not keep the app from ending, as those of a pool do: an endpoint may take long."""
    done: Future[Response] = Future()
    # Nobody can cancel it from now on, so that it can be settled after the app has ended.
    done.set_running_or_notify_cancel()

    def run() -> None:
        try:
            done.set_result(_told(act))
        except Exception as error:  # noqa: BLE001 (raised again where it is awaited)
            done.set_exception(error)

    threading.Thread(target=run, name="voice", daemon=True).start()
    try:
        return await asyncio.wrap_future(done)
    except asyncio.CancelledError:
        return _line("面经正在退出 (the app is ending)", 503)


def _heard(services: Services, request: Request, recording: bytes) -> Response:
    """The words of a recording, for the answer box."""
    interview_id = request.path_params["interview_id"]
    events = services.store.load(interview_id)
    language = next(event.language for event in events if isinstance(event, Started))
    meter = services.meter(interview_id, services.settings.transcription_model)
    return JSONResponse({"text": Listener(services.settings, meter=meter).written(recording, language)})


def _spoken(services: Services, request: Request) -> Response:
    """What the interviewer said in a turn, as sound."""
    interview_id, turn = request.path_params["interview_id"], request.path_params["turn"]
    events = services.store.load(interview_id)
    said = next((event for event in events if isinstance(event, Said) and str(event.turn) == turn), None)
    if said is None:
        raise BadInput(f"面试官没有说过这一句 (the interviewer did not say this): {turn[:20]}")
    meter = services.meter(interview_id, services.settings.speech_model)
    reader = Reader(services.settings, meter=meter)
    # Every turn asks for this by itself, unlike a recording.
    reader.rest.admit()
    spoken = reader.spoken(said.text)
    return Response(spoken.data, media_type=spoken.kind.media_type, headers=PRIVATE)


def _told(act: Callable[[], Response]) -> Response:
    """What an act brings, or why it brings nothing, in a line to show."""
    try:
        return act()
    except EXPECTED as error:
        status = 502 if isinstance(error, EndpointError) else 404 if isinstance(error, NotFound) else 400
        return _line(str(error), status)


def _refused(request: Request, kind: str) -> Response | None:
    own = request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
    if own and request.headers.get("content-type", "").startswith(kind):
        return None
    return _line("只有面经自己的页面可以这样用 (for the app's own pages)", 403)


async def _body(request: Request) -> bytes:
    """What was sent, up to a little more than may be."""
    received = bytearray()
    async for part in request.stream():
        received += part
        if len(received) > MOST_RECORDED_BYTES:
            break
    return bytes(received)


def _line(told: str, status: int) -> Response:
    body: dict[str, Any] = {"told": told}
    return JSONResponse(body, status, headers=PRIVATE)
