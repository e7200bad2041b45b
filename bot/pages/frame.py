"""What all pages share: the head with navigation and language switch, and how handlers are registered."""

from __future__ import annotations

from typing import Any

import gradio as gr

from bot.pages.markup import element, inert, link
from bot.pages.texts import path, text
from bot.schema import Language

QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
"""Handlers are no public API, and the pages show progress themselves."""
RAW: dict[str, Any] = {**QUIET, "preprocess": False}
"""For handlers that read choices: Gradio knows only those the page was built with, and handlers check them
anyway. Not for files, whose place Gradio checks."""
UNCHANGED: dict[Any, Any] = gr.skip()
"""What a handler returns that changes nothing: Gradio takes an empty dict for too few values."""
PAGES = ("", "problems", "review", "corpus", "settings")


def fragment(value: str = "", **settings: Any) -> gr.HTML:
    """A place for HTML, styled by our own sheet alone."""
    return gr.HTML(value, apply_default_css=False, **settings)


def page_head(current: str, language: Language, within: str | None = None) -> None:
    """Name, links to the pages, and the same page in the other language.

    Args:
        within: The page that leads to this one, where it has no link of its own.
    """
    other: Language = "zh" if language == "en" else "en"
    entries = "".join(
        element(
            "a",
            inert(text(f"nav_{page or 'practise'}", language)),
            href=path(page, language),
            **({"aria-current": "page"} if page == (current if within is None else within) else {}),
        )
        for page in PAGES
    )
    brand = link(text("brand", language), "", language, "brand")
    # The address may name an interview or a question; the switch keeps it (behaviour.js).
    switch = element(
        "a",
        inert(text("switch_language", language)),
        "switch",
        href=path(current, other),
        lang=other,
        hreflang=other,
    )
    nav = element("nav", entries, **{"aria-label": text("nav_label", language)})
    fragment(element("header", brand + nav + switch, "page-head"), elem_classes="page-head-block")
