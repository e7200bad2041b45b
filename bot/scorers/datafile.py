"""The scorers' own data files, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bot.errors import BadInput

Model = TypeVar("Model", bound=BaseModel)


def read_datafile(file: Path, model: type[Model], *, words: bool = False) -> Model:
    """What a YAML file holds. Raises BadInput, which names file and key.

    words: every entry is a text, so that "no" and "on" stay words.
    """
    loader: Any = yaml.BaseLoader if words else yaml.SafeLoader
    try:
        return model.model_validate(yaml.load(file.read_text("utf-8"), Loader=loader))  # noqa: S506 - safe, either of them
    except yaml.YAMLError as error:
        raise BadInput(f"{file}: not valid YAML: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise BadInput(f"{file}: {'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from error
