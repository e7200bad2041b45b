"""Gradio without the work that it does for nobody: stubs for editors, servers that are thrown away."""

from __future__ import annotations

import contextlib
import inspect
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import gradio as gr

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


@contextlib.contextmanager
def unserved(blocks: gr.Blocks) -> Iterator[None]:
    """While pages are added to the blocks. Gradio makes a server of all pages so far at the end of each, and describes
    them to a browser that is not there yet: a third of the start.
    """
    from gradio import blocks as module

    served = module.App
    setattr(module, "App", _Unserved)  # noqa: B010 - mypy takes an assignment for a mistake
    setattr(blocks, "get_config_file", dict)  # noqa: B010
    try:
        yield
    finally:
        setattr(module, "App", served)  # noqa: B010
        delattr(blocks, "get_config_file")


class _Unserved:
    """In place of Gradio's class of that name."""

    @staticmethod
    def create_app(*_: object, **__: object) -> None: ...
