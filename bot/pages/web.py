"""The web app: its pages, each language as an app of its own below one address, and the exports.

Makes no request to any host; fonts are the reader's own, scripts and styles come from this process.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any
from urllib.parse import quote

import gradio as gr
from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from bot.assessment import review_of
from bot.errors import UnknownInterview
from bot.export import EXPORTERS
from bot.pages.corpus import corpus_page
from bot.pages.derivation import derivation_page
from bot.pages.drill import drill_page
from bot.pages.failures import EXPECTED
from bot.pages.loading import unserved
from bot.pages.practise import practise_page
from bot.pages.problem import problem_page
from bot.pages.problems import problems_page
from bot.pages.review import review_page
from bot.pages.settings import settings_page
from bot.pages.texts import text
from bot.pages.voice import add_voice
from bot.schema import Language
from bot.services import Services

STYLE = Path(__file__).with_name("style.css")
SCRIPTS = tuple(Path(__file__).with_name(name) for name in ("behaviour.js", "voice.js"))
FONTS = ("PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", "system-ui", "sans-serif")
CODE_FONTS = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "Noto Sans Mono CJK SC", "monospace")
MOST_THREADS = 200
"""Handlers that may run at once; most of them wait for a judge or an endpoint."""
LARGEST_UPLOAD = "5mb"
MEDIA_TYPES = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
}

LOOK_AROUND_SECONDS = 0.02
"""How long a click may lie before Gradio takes it up."""


def build(services: Services, host: str = "127.0.0.1") -> FastAPI:
    """The web app on these services, ready to be served at a host."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.add_api_route("/export/{interview_id}.{form}", _exporter(services), methods=["GET"])
    app.add_api_route("/en", _to_english, methods=["GET"])
    add_voice(app, services)
    # A mount at / answers everything that comes after it.
    for path, language in (("/en", "en"), ("/", "zh")):
        blocks = _blocks(services, "en" if language == "en" else "zh", host)
        with warnings.catch_warnings():
            # Gradio warns that pages cannot be rendered on the server, which nobody asked for.
            warnings.filterwarnings("ignore", message="SSR mode")
            gr.mount_gradio_app(
                app,
                blocks,
                path=path,
                footer_links=[],
                run_history=False,
                ssr_mode=False,
                show_error=False,
                max_file_size=LARGEST_UPLOAD,
                theme=gr.themes.Base(font=list(FONTS), font_mono=list(CODE_FONTS)),
                css_paths=[STYLE],
                head="".join(f"<script>{script.read_text(encoding='utf-8')}</script>" for script in SCRIPTS),
            )
        # Gradio looks for something to do a thousand times a second, which takes 3% of a core a language, always.
        blocks._queue.sleep_when_free = blocks._queue.progress_update_sleep_when_free = LOOK_AROUND_SECONDS
    return app


def _blocks(services: Services, language: Language, host: str) -> gr.Blocks:
    blocks = gr.Blocks(title=text("site_title", language), analytics_enabled=False)
    with unserved(blocks):
        with blocks:
            practise_page(blocks, services, language)
        for page, built in (
            ("problems", problems_page),
            ("problem", problem_page),
            ("drill", drill_page),
            ("derivation", derivation_page),
            ("review", review_page),
            ("corpus", corpus_page),
        ):
            with blocks.route(text(f"nav_{page}", language), f"/{page}", show_in_navbar=False):
                built(blocks, services, language)
        with blocks.route(text("nav_settings", language), "/settings", show_in_navbar=False):
            settings_page(blocks, services, language, host)
    blocks.max_threads = MOST_THREADS
    return blocks.queue(default_concurrency_limit=None, api_open=False)


def _to_english(request: Request) -> Response:
    """A mount answers only below its path."""
    return RedirectResponse(f"/en/?{request.url.query}".rstrip("?"))


def _exporter(services: Services) -> Any:
    def export(interview_id: str, form: str) -> Response:
        if form not in EXPORTERS:
            return PlainTextResponse(f"没有这种格式 (no such format); {', '.join(EXPORTERS)}", 404)
        try:
            interview = review_of(services, interview_id)
            document = EXPORTERS[form](interview)
        except UnknownInterview as error:
            return PlainTextResponse(str(error), 404)
        except EXPECTED as error:
            return PlainTextResponse(str(error), 500)
        name = quote(f"{interview.company}-{interview.round}-{interview.started[:10]}.{form}")
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "X-Content-Type-Options": "nosniff",
        }
        return Response(document, media_type=MEDIA_TYPES.get(form), headers=headers)

    return export
