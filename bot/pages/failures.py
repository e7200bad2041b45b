"""Errors that users meet on the pages: told in one line, never as a traceback."""

from __future__ import annotations

from bot.errors import MianjingError
from bot.pages.markup import inert
from corpus.errors import CorpusError
from rubrics.errors import RubricError
from sandbox.errors import SandboxError

EXPECTED = (MianjingError, CorpusError, RubricError, SandboxError)


def warn(error: Exception, title: str) -> None:
    """Shows an expected error in a corner of the page, escaped: messages may hold file names and answers."""
    import gradio as gr

    gr.Warning(inert(str(error)), title=title)
