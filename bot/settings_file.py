"""Settings that are changed while the program runs: where each comes from, and how `settings.toml` keeps them."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import SecretStr

from bot.config import SETTINGS_FILE, Settings, keys_of, read_settings, variable_of
from bot.errors import BadInput

NUMBERS = ("tokens_per_interview", "tokens_per_month", "price_in", "price_out")
KEPT = (
    "base_url", "model", "embedding_model", "gguf", "scorer", "transcription_model", "speech_model", "voice",
    "voice_url", *NUMBERS, "currency",
)  # fmt: skip
"""What can be changed and is kept in the file. Keys are neither: they stay in memory."""

_KEY_FOR = {"base_url": "api_key", "api_key": "api_key", "voice_url": "voice_api_key"}
"""The key that goes to an address."""

Change = str | int | float | None
"""A new value; None for none of its own."""


class Origin(NamedTuple):
    """Where a setting's value comes from."""

    kind: Literal["environment", "file", "here", "default"]
    name: str = ""
    """The variable, or the file."""


def origin_of(settings: Settings, field: str) -> Origin:
    """Where the value of a field comes from; `here` where somebody gave it to the running program.

    Raises:
        BadInput: the file cannot be read.
    """
    wanted = variable_of(field)
    set_ones = (name for name, value in os.environ.items() if value and name.lower() == wanted.lower())
    if found := next(set_ones, None):
        return Origin("environment", found)
    file = settings.data / SETTINGS_FILE
    if field in keys_of(file):
        return Origin("file", str(file))
    default = Settings.model_fields[field].get_default(call_default_factory=True)
    return Origin("default" if getattr(settings, field) == default else "here")


def is_fixed(settings: Settings, field: str) -> bool:
    """Whether a value can only be changed where it comes from: a key, once set there, goes to no other address.

    Raises:
        BadInput: the file cannot be read.
    """
    key = _KEY_FOR.get(field)
    if key is not None and origin_of(settings, key).kind in ("environment", "file"):
        return True
    return origin_of(settings, field).kind == "environment"


def with_changes(settings: Settings, changes: Mapping[str, Change], key: SecretStr | None) -> Settings:
    """The settings as they are after changes.

    Raises:
        UsageError: a value makes no sense.
        BadInput: the file cannot be read.
    """
    given = {name: value for name, value in changes.items() if value is not None}
    checked = read_settings(settings.data, **given)
    update = {
        name: getattr(checked, name) if name in given else Settings.model_fields[name].get_default() for name in changes
    }
    return settings.model_copy(update={**update, "api_key": key})


def save(data: Path, changes: Mapping[str, Change]) -> None:
    """Writes changes into `settings.toml`; its comments and all else that it holds stay.

    Raises:
        BadInput: the file cannot be read or written; it is as it was.
    """
    import tomlkit
    from tomlkit.exceptions import ParseError

    # Somebody may have put it elsewhere and linked it here.
    file = (data / SETTINGS_FILE).resolve()
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        document = tomlkit.parse(before)
        for name, value in changes.items():
            if value is None:
                document.pop(name, None)
            else:
                document[name] = value
        _replace(file, tomlkit.dumps(document))
    except (OSError, ValueError, ParseError) as error:
        raise BadInput(f"{file}: 没能保存设置 (the settings were not saved): {error}") from None


def _replace(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".settings-")
    written = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as opened:
            opened.write(text)
        if file.exists():
            shutil.copymode(file, written)
        written.replace(file)
    finally:
        with contextlib.suppress(FileNotFoundError):
            written.unlink()
