"""The program's own data files, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from bot.errors import BadInput

Content = TypeVar("Content")

# libyaml, where it is there, takes a tenth of the time.
_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_datafile(file: Path, content: type[Content], *, words: bool = False) -> Content:
    """What a YAML file holds. Raises BadInput, which names file and key.

    words: every entry is a text, so that "no" and "on" stay words.
    """
    try:
        read = yaml.load(file.read_text(encoding="utf-8"), Loader=_BASE if words else _SAFE)  # noqa: S506 - safe, all of them
        return TypeAdapter(content).validate_python(read)
    except yaml.YAMLError as error:
        raise BadInput(f"{file}: not valid YAML: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise BadInput(f"{file}: {'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from error
