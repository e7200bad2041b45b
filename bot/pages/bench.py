"""The bench for code: editor, samples, submission and verdict; in the interview and among the problems."""

from __future__ import annotations

from typing import Any

import gradio as gr
from gradio.events import Dependency

from bot.attempts import warm_judge
from bot.pages.frame import fragment
from bot.pages.texts import text
from bot.schema import Language
from bot.services import Services
from sandbox.problem import CodeLanguage, Problem

Updates = dict[Any, Any]
"""What changes on the page, by component."""

KEEP_DRAFT = """(id, slug, language, code) => {
  if (!id || !slug) return;
  for (const name of [id, id + "-" + slug]) {
    localStorage.setItem("mianjing-draft-" + name, slug + " " + language + "\\n" + code);
  }
}"""
"""Keeps the code in the browser, as `Bench.show` takes it back; and by its problem, for who goes back and forth."""
TAKE_BACK_DRAFT = """(id, slug, language, code) => {
  const kept = (slug && localStorage.getItem("mianjing-draft-" + id + "-" + slug)) || "";
  const end = kept.indexOf("\\n");
  return end < 0 ? [language, code] : [kept.slice(0, end).split(" ")[1], kept.slice(end + 1)];
}"""


class Bench:
    """Components of the bench, built inside the Blocks that are open."""

    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        # The browser holds these, so that nothing is lost with the server.
        self.slug = gr.Textbox(visible="hidden", elem_classes="held", elem_id="slug")
        self.draft = gr.Textbox(visible="hidden", elem_classes="held", elem_id="draft")
        self.code_language = gr.Radio(
            [("Python", "python"), ("C++", "cpp")],
            value="python",
            label=text("code_language", language),
            container=False,
            visible=False,
            elem_id="code-language",
        )
        self.editor = gr.Code(
            language="python",
            label=text("code", language),
            lines=14,
            max_lines=28,
            interactive=True,
            elem_id="editor",
        )
        with gr.Row(elem_id="code-buttons"):
            self.try_samples = gr.Button(text("try_samples", language), elem_id="try-samples", elem_classes="once")
            self.submit = gr.Button(text("submit", language), variant="primary", elem_id="submit", elem_classes="once")
        self.result = fragment(elem_id="result")
        self.buttons = (self.try_samples, self.submit)
        self.outputs = [
            self.slug, self.code_language, self.editor, self.result, *self.buttons,
        ]  # fmt: skip

    def connect(self, kept_as: gr.Textbox) -> None:
        """Keeps what is written in the browser. kept_as: holds the name to keep it by."""
        written = [kept_as, self.slug, self.code_language, self.editor]
        self.editor.input(None, written, None, js=KEEP_DRAFT)
        self.code_language.input(
            self.switch_language,
            [self.slug, self.code_language, self.editor],
            [self.editor],
            api_visibility="private",
            show_progress="hidden",
        ).then(None, written, None, js=KEEP_DRAFT)

    def take_back(self, event: Dependency, kept_as: gr.Textbox) -> None:
        """After an event that may have turned to another problem: what was written for that one before."""
        written = [kept_as, self.slug, self.code_language, self.editor]
        event.then(None, written, [self.code_language, self.editor], js=TAKE_BACK_DRAFT)

    def show(self, problem: Problem, draft: str = "", last: tuple[str, CodeLanguage] | None = None) -> Updates:
        """A problem with the code that was kept in the browser, else the code handed in last, else its starter.

        Args:
            draft: A line with the problem's slug and the language, then the code; of another problem, it is ignored.
            last: Code that was handed in, and its language.
        """
        head, _, kept = draft.partition("\n")
        slug, _, drafted_in = head.partition(" ")
        code, written_in = last or (problem.starter, "python")
        if slug == problem.slug:
            code, written_in = kept, "cpp" if drafted_in == "cpp" else "python"
        if written_in not in problem.starters:
            written_in = "python"
        return {
            self.code_language: gr.update(value=written_in, visible=len(problem.starters) > 1),
            self.editor: gr.update(value=code, language=written_in),
        }

    def switch_language(self, slug: str, code_language: CodeLanguage, code: str | None) -> Any:
        """The editor for another language: its starter where nothing of one's own would be lost."""
        problem = self.services.problems.get(slug)
        starters: dict[Any, str] = {} if problem is None else dict(problem.starters)
        if problem is not None and code_language == "cpp":
            warm_judge(self.services, [problem], code_language)
        # The editor drops blank lines at the end.
        untouched = (code or "").strip() in ("", *(starter.strip() for starter in starters.values()))
        if untouched and code_language in starters:
            return gr.update(value=starters[code_language], language=code_language)
        return gr.update(language=code_language)
