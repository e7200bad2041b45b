"""What works on this machine, found by trying, for `mianjing doctor`."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from bot.errors import MianjingError
from bot.services import Services
from bot.words import words
from corpus.errors import CorpusError

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
COMMANDS = ("bwrap", "chromium", "g++")
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
            "model_file": str(settings.gguf) if settings.gguf is not None else None,
            "key": "set" if settings.api_key is not None else "missing",
            "checks": _checks(services) if endpoint else None,
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


def _checks(services: Services) -> list[dict[str, Any]]:
    from bot.llm.trial import try_model

    if not services.settings.has_endpoint:
        return [{"name": "address", "works": False, "told": words("no_endpoint", "zh")}]
    found: list[dict[str, Any]] = []
    try:
        for check in try_model(services.settings, "zh", model_file=services.model_file, meter=services.meter()):
            found.append(check.model_dump())
    except MianjingError as error:
        found.append({"name": "tokens", "works": False, "told": str(error)})
    return found


def without_password(address: str | None) -> str | None:
    """An address as it may be shown."""
    parts = urlsplit(address or "")
    return address and urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
