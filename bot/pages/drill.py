"""An arithmetic drill: a question with fresh numbers, an answer, whether it is right and how to get there."""

from __future__ import annotations

from typing import Any

import gradio as gr

from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import QUIET, fragment, page_head
from bot.pages.markup import badge, element, empty, inert, link
from bot.pages.problem_rows import asked_list
from bot.pages.texts import text
from bot.problem_list import rows_of
from bot.schema import Language
from bot.services import Services
from sandbox.drill import check_answer, draw, load_drills

READ_ADDRESS = """() => [new URLSearchParams(location.search).get("id") || ""]"""
WRITE_ADDRESS = """(id) => {
  if (id) history.replaceState(null, "", location.pathname + "?id=" + encodeURIComponent(id));
}"""


def drill_page(blocks: gr.Blocks, services: Services, language: Language) -> None:
    """Builds the page inside the Blocks that are open."""
    page_head("drill", language, within="problems")
    _DrillPage(services, language).connect(blocks)


class _DrillPage:
    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        say = self.say
        self.question = gr.Textbox(visible="hidden", elem_classes="held", elem_id="drill-id")
        self.header = fragment(elem_id="drill-header")
        with gr.Column(elem_classes="card", elem_id="drill", visible=False) as self.column:
            self.asked = fragment(elem_id="drill-question")
            with gr.Row(elem_id="drill-answer"):
                self.answer = gr.Textbox(
                    label=say("drill_answer"),
                    placeholder=say("drill_answer_hint"),
                    container=False,
                    scale=1,
                    elem_id="answer-box",
                )
                self.check = gr.Button(say("drill_check"), variant="primary", scale=0, min_width=90, elem_id="check")
            self.told = fragment(elem_id="drill-told")
            self.following = gr.Button(say("drill_next"), elem_id="next-drill", elem_classes="once")
        self.who = fragment(elem_id="asked-by")
        self.outputs = [self.question, self.header, self.column, self.asked, self.answer, self.told, self.who]

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def connect(self, blocks: gr.Blocks) -> None:
        """Says what happens on every event."""
        blocks.load(self.open, [self.question], self.outputs, js=READ_ADDRESS, **QUIET)
        self.question.change(None, [self.question], None, js=WRITE_ADDRESS)
        given = [self.question, self.answer]
        gr.on([self.check.click, self.answer.submit], self.judge, given, [self.told], **QUIET)
        self.following.click(self.go_on, [self.question], self.outputs, **QUIET)

    def open(self, wanted: str) -> dict[Any, Any]:
        """The page is opened at a question, or at a drill, which asks a fresh one."""
        slug, _, seed = wanted.rpartition("-")
        try:
            if slug in load_drills() and seed.isdecimal():
                return self._shown(slug, int(seed))
            if wanted in load_drills():
                return self._shown(wanted, None)
        except EXPECTED as error:
            warn(error, self.say("could_not"))
        return {self.header: self._back() + empty(self.say("no_such_drill"))}

    def go_on(self, question: str) -> dict[Any, Any]:
        """Another question of the same drill."""
        return self.open(question.rpartition("-")[0])

    def judge(self, question: str, answer: str) -> str:
        """Whether an answer is right, and how to get there."""
        if not answer.strip():
            gr.Info(inert(self.say("drill_nothing")), title=self.say("notice"))
            return ""
        try:
            checked = check_answer(question, answer, self.language)
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return ""
        verdict, tone = ("drill_right", "good") if checked.correct else ("drill_wrong", "bad")
        expected = self.say("drill_expected", expected=f"{checked.expected:,}")
        return element("p", badge(self.say(verdict), tone) + " " + inert(expected)) + element(
            "p", inert(checked.working), "working"
        )

    def _shown(self, slug: str, seed: int | None) -> dict[Any, Any]:
        drawn = draw(slug, seed, self.language)
        drill = load_drills()[drawn.slug]
        row = next(row for row in rows_of(self.services) if row.slug == drawn.slug)
        who = asked_list(row.asked, self.language)
        return {
            self.question: drawn.id,
            self.header: self._back() + element("h1", inert(drill.title.in_language(self.language))),
            self.column: gr.update(visible=True),
            self.asked: "".join(element("p", inert(line)) for line in drawn.text.splitlines()),
            self.answer: "",
            self.told: "",
            self.who: element("h3", inert(self.say("who_asked"))) + who if who else "",
        }

    def _back(self) -> str:
        return element("p", link(self.say("problems_back"), "problems", self.language, "back quiet"))
