"""HTML fragments that are safe to show: everything that people, reports or models wrote goes through here.

Three ways in: `inert` shows text as it is, `prose` also knows code, lists and line breaks (utterances),
`document` is Markdown without raw HTML, links and images (problem statements). None can run anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bot.pages.texts import company_name, path, round_name, text
from bot.planned import PlannedQuestion
from bot.schema import Language, ScoredQuestion
from bot.words import words
from corpus.report import Source

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# gr.HTML treats its template as JavaScript and Handlebars; a value must not look like either.
_TEMPLATE_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "{}$`"}


def inert(written: str) -> str:
    """Text as HTML that shows exactly this text, also inside an attribute."""
    return escape(written).translate(_TEMPLATE_MARKS)


def prose(written: str) -> str:
    """An utterance: code, lists and line breaks are shown as such, everything else as it is."""
    return str(_prose().render(written)).translate(_TEMPLATE_MARKS)


def document(written: str) -> str:
    """A Markdown document without raw HTML, links and images."""
    return str(_document().render(written)).translate(_TEMPLATE_MARKS)


@cache
def _prose() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero", {"breaks": True}).enable(["fence", "backticks", "list", "newline"])


@cache
def _document() -> MarkdownIt:
    from markdown_it import MarkdownIt

    without = ["link", "image", "autolink", "html_block", "html_inline", "reference"]
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(without)


def element(tag: str, content: str, kind: str = "", **attributes: str) -> str:
    """An element around content that is HTML already; attribute values are escaped."""
    given = {"class": kind, **attributes} if kind else attributes
    listed = "".join(f' {name}="{inert(value)}"' for name, value in given.items())
    return f"<{tag}{listed}>{content}</{tag}>"


def badge(label: str, kind: str = "") -> str:
    return element("span", inert(label), f"badge {kind}".strip())


def link(label: str, page: str, language: Language, kind: str = "", **query: str) -> str:
    """A link to one of our own pages."""
    address = path(page, language) + (f"?{urlencode(query)}" if query else "")
    return element("a", inert(label), kind, href=address)


def bullets(items: Iterable[str], kind: str = "") -> str:
    """A list of items that are HTML already; nothing when there are none."""
    listed = "".join(element("li", item) for item in items)
    return element("ul", listed, kind) if listed else ""


def sources(listed: Iterable[Source]) -> str:
    return "、".join(str(source) for source in listed)


def asked_where(company: str, round_: str, date: str | None, listed: Iterable[Source], language: Language) -> str:
    """Who asked, when, and where that is written, as plain text."""
    parts = (company_name(company, language), round_name(round_, language), date or "", sources(listed))
    return " · ".join(part for part in parts if part)


def cited(question: PlannedQuestion | ScoredQuestion, language: Language) -> str:
    """The quiet line under a question: its source, and a badge when it is borrowed."""
    line = inert(asked_where(question.company, question.round, question.date, question.source, language))
    if isinstance(question, PlannedQuestion) and question.borrowed:
        line += " " + element(
            "span", inert(words("borrowed", language)), "badge borrowed", title=text("borrowed_why", language)
        )
    return element("div", line, "cited")


def empty(message: str) -> str:
    """What stands where there is nothing to show."""
    return element("p", inert(message), "empty")
