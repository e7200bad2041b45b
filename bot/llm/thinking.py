"""Taking out what a reasoning model thinks aloud before it speaks.

Most servers send thoughts in a field of their own, which never gets here; some leave `<think>…</think>`
at the head of the reply, and some swallow the opening tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

OPENING = "<think>"
CLOSING = "</think>"


class ThoughtsInReply(Exception):
    """A closing tag came without an opening one: what was given out so far were thoughts."""


def without_thoughts(pieces: Iterable[str], *, unannounced: bool) -> Iterator[str]:
    """The spoken part of a reply, in pieces, each as soon as it is known to be spoken.

    Args:
        unannounced: The model is known to close its thoughts without having opened them, so all is held back
            until then; if it never does, all of it was spoken.

    Raises:
        ThoughtsInReply: thoughts were closed that were never opened.
    """
    held = ""
    opened = False
    speaking = False
    for piece in pieces:
        held += piece
        if not speaking:
            opened = opened or held.lstrip().startswith(OPENING)
            if opened or unannounced:
                speaking, held = _after_thoughts(held)
            else:
                speaking = not OPENING.startswith(held.lstrip())
        if not speaking:
            continue
        if CLOSING in held:
            raise ThoughtsInReply
        ready = held[: len(held) - _beginning_of_closing(held)]
        held = held[len(ready) :]
        if ready:
            yield ready
    if held and not (opened and not speaking):
        yield held


def _after_thoughts(text: str) -> tuple[bool, str]:
    """Whether thoughts were closed, and what follows; all of the text where they were not."""
    _, closing, rest = text.partition(CLOSING)
    return (True, rest.lstrip()) if closing else (False, text)


def _beginning_of_closing(text: str) -> int:
    """Length of the longest end of the text that could grow into the closing tag."""
    return next((n for n in range(len(CLOSING) - 1, 0, -1) if text.endswith(CLOSING[:n])), 0)
