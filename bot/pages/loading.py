"""Importing Gradio without what it does for editors."""

from __future__ import annotations

import inspect
import sys
from typing import Any

_WRITES_STUBS = "gradio.component_meta"


def load_gradio() -> None:
    """Imports Gradio; to be called before the first page is.

    For every component it parses its own source and writes a .pyi stub beside it, each time it is imported: half of
    its import time, for completions in an editor. It leaves that out for a component without a source file.
    """
    found = inspect.getfile

    def getfile(thing: Any) -> str:
        if sys._getframe(1).f_globals.get("__name__") == _WRITES_STUBS:
            raise OSError("no stubs")
        return found(thing)

    setattr(inspect, "getfile", getfile)  # noqa: B010 - mypy takes an assignment for a mistake
    try:
        import gradio  # noqa: F401
    finally:
        setattr(inspect, "getfile", found)  # noqa: B010
