"""YAML as this package's files hold it, read by libyaml where it is there, which takes a tenth of the time."""

from __future__ import annotations

from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parsed_yaml(text: str) -> Any:
    """What a YAML text holds. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - safe, either of them
