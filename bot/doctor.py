"""What works on this machine, found by trying, for `mianjing doctor`."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from bot.config import Settings
from bot.errors import MianjingError
from bot.schema import Language
from bot.services import Services
from bot.words import words
from corpus.errors import CorpusError

if TYPE_CHECKING:
    from bot.llm.trial import Check

LIBRARIES = (
    "chromadb",
    "gradio",
    "langchain-core",
    "langchain-openai",
    "numpy",
    "openai",
    "sqlalchemy",
    "torch",
)
COMMANDS = ("bwrap", "chromium-headless-shell", "g++")
"""System programs that make more possible; none is needed to start."""


def examine(services: Services, *, endpoint: bool = False) -> dict[str, Any]:
    """Findings by part; a part that does not work says why instead of failing the rest.

    Args:
        endpoint: Try the configured model too; without it no network is used.
    """
    from sandbox.cpp.compiler import compiler_report
    from sandbox.isolation import isolation_report

    settings = services.settings
    return {
        "isolation": isolation_report(),
        "cpp": compiler_report(),
        "endpoint": {
            "configured": settings.has_endpoint,
            "base_url": without_password(settings.base_url),
            "model": settings.model_name,
            "transcription_model": settings.transcription_model,
            "speech_model": settings.speech_model,
            "voice_url": without_password(settings.voice_url),
            "model_file": str(settings.gguf) if settings.gguf is not None else None,
            "key": "set" if settings.api_key is not None else "missing",
            "checks": [check.model_dump() for check in model_checks(services, settings, "zh")] if endpoint else None,
        },
        "index": _index(services),
        "data": str(settings.data),
        "commands": {name: shutil.which(name) is not None for name in COMMANDS},
        "versions": {"python": platform.python_version(), "mianjing": _version("mianjing")}
        | {name: _version(name) for name in LIBRARIES},
    }


def _index(services: Services) -> dict[str, Any]:
    try:
        return services.index.info()
    except (CorpusError, MianjingError) as error:
        return {"error": str(error)}


def model_checks(services: Services, settings: Settings, language: Language) -> Iterator[Check]:
    """What the models of these settings, in force or not, do when they are tried. Uses the network."""
    from bot.llm.trial import Check
    from bot.llm.voice_trial import try_voice
    from bot.spending import Spending

    yield from _chat_checks(services, settings, language)
    try:
        yield from try_voice(settings, language, meter=Spending(services.store, settings))
    except MianjingError as error:
        yield Check(name="tokens", works=False, told=str(error))


def _chat_checks(services: Services, settings: Settings, language: Language) -> Iterator[Check]:
    from bot.llm.model_file import ModelFile
    from bot.llm.trial import Check, try_model
    from bot.spending import Spending

    if not settings.has_endpoint:
        yield Check(name="address", works=False, told=words("no_endpoint", language))
        return
    in_force = settings.gguf is None or settings.gguf == services.settings.gguf
    model_file = services.model_file if in_force and settings.gguf else settings.gguf and ModelFile(settings.gguf)
    try:
        yield from try_model(
            settings, language, model_file=model_file or None, meter=Spending(services.store, settings)
        )
    except MianjingError as error:
        yield Check(name="tokens", works=False, told=str(error))
    finally:
        if model_file and not in_force:
            model_file.close()


def without_password(address: str | None) -> str | None:
    """An address as it may be shown."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return address and address.rpartition("@")[2]
    return address and urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
