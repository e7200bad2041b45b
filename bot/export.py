"""Reviewed interviews as files: Markdown, HTML, JSON and PDF."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from bot.review import ReviewedInterview, as_html, as_json, as_markdown


def _markdown(interview: ReviewedInterview) -> bytes:
    return as_markdown(interview).encode()


def _html(interview: ReviewedInterview) -> bytes:
    return as_html(interview).encode()


def _json(interview: ReviewedInterview) -> bytes:
    return (json.dumps(as_json(interview), ensure_ascii=False, indent=2) + "\n").encode()


def _pdf(interview: ReviewedInterview) -> bytes:
    # ReportLab takes a while to import and few interviews are printed.
    from bot.pdf import as_pdf

    return as_pdf(interview)


EXPORTERS: Mapping[str, Callable[[ReviewedInterview], bytes]] = {
    "md": _markdown,
    "html": _html,
    "json": _json,
    "pdf": _pdf,
}
