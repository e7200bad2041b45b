"""Whether the configured voice works, tried as an interview uses it: for `mianjing doctor --endpoint` and the settings
page. Nothing of what comes back is repeated.
"""

from __future__ import annotations

import io
import time
import wave
from collections.abc import Iterator

from bot.config import Settings
from bot.errors import EndpointError
from bot.llm.chat import Meter, Patience
from bot.llm.trial import Check, prompt
from bot.llm.voice import Listener, Reader
from bot.schema import Language
from bot.words import words

_RATE = 16_000
"""Samples a second."""


def try_voice(
    settings: Settings, language: Language, *, meter: Meter | None = None, patience: Patience | None = None
) -> Iterator[Check]:
    """Transcription and speech, each where it is configured.

    Args:
        meter: Who pays.
        patience: For each request.

    Raises:
        MianjingError: what was spent cannot be taken down.
    """
    if settings.listens:
        began = time.monotonic()
        try:
            Listener(settings, patience, meter).written(_silence(), language)
            told = words("check_transcription", language, seconds=_since(began))
            yield Check(name="transcription", works=True, told=told)
        except EndpointError as error:
            yield Check(name="transcription", works=False, told=str(error))
    if settings.reads_aloud:
        began = time.monotonic()
        try:
            spoken = Reader(settings, patience, meter).spoken(prompt("trial_turn"))
            told = words("check_speech", language, seconds=_since(began), kind=spoken.kind.ending.upper())
            yield Check(name="speech", works=True, told=told)
        except EndpointError as error:
            yield Check(name="speech", works=False, told=str(error))


def _silence() -> bytes:
    """A second of it, as WAV."""
    held = io.BytesIO()
    with wave.open(held, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(_RATE)
        written.writeframes(bytes(2 * _RATE))
    return held.getvalue()


def _since(began: float) -> str:
    return f"{time.monotonic() - began:.1f}"
