"""A derivation in steps: each is asked, answered and checked; a nudge on request, and the answer for who gives up."""

from __future__ import annotations

from typing import Any

import gradio as gr

from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import QUIET, fragment, page_head
from bot.pages.markup import badge, element, empty, inert, link
from bot.pages.problem_rows import asked_list
from bot.pages.texts import text
from bot.problem_list import DERIVATION, rows_of
from bot.schema import Language
from bot.services import Services
from sandbox import derivation
from sandbox.derivation import CheckedStep, load_derivations

READ_ADDRESS = """() => {
  const asked = new URLSearchParams(location.search);
  const step = Number(asked.get("step"));
  return [asked.get("id") || "", Number.isSafeInteger(step) && step > 0 ? step : 1];
}"""
WRITE_ADDRESS = """(id, step) => {
  if (id) history.replaceState(null, "", location.pathname + "?id=" + encodeURIComponent(id) + "&step=" + step);
}"""


def derivation_page(blocks: gr.Blocks, services: Services, language: Language) -> None:
    """Builds the page inside the Blocks that are open."""
    page_head("derivation", language, within="problems")
    _DerivationPage(services, language).connect(blocks)


class _DerivationPage:
    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        say = self.say
        self.id = gr.Textbox(visible="hidden", elem_classes="held", elem_id="derivation-id")
        self.step = gr.Number(visible="hidden", elem_classes="held", elem_id="derivation-step", precision=0)
        self.header = fragment(elem_id="drill-header")
        with gr.Column(elem_classes="card", elem_id="drill", visible=False) as self.column:
            self.so_far = fragment(elem_id="derived")
            self.asked = fragment(elem_id="drill-question")
            with gr.Row(elem_id="drill-answer") as self.row:
                self.answer = gr.Textbox(
                    label=say("drill_answer"),
                    placeholder=say("derivation_answer_hint"),
                    container=False,
                    scale=1,
                    elem_id="answer-box",
                )
                self.check = gr.Button(say("drill_check"), variant="primary", scale=0, min_width=90, elem_id="check")
            self.told = fragment(elem_id="drill-told")
            with gr.Row(elem_id="derivation-aids") as self.aids:
                self.nudge = gr.Button(say("derivation_hint"), elem_id="hint", elem_classes="once")
                self.reveal = gr.Button(say("derivation_reveal"), elem_id="reveal", elem_classes="once")
            self.again = gr.Button(say("derivation_again"), elem_id="next-drill", elem_classes="once", visible=False)
        self.who = fragment(elem_id="asked-by")
        self.outputs = [
            self.id,
            self.step,
            self.header,
            self.column,
            self.so_far,
            self.asked,
            self.row,
            self.answer,
            self.told,
            self.aids,
            self.again,
            self.who,
        ]

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def connect(self, blocks: gr.Blocks) -> None:
        """Says what happens on every event."""
        place = [self.id, self.step]
        blocks.load(self.open, place, self.outputs, js=READ_ADDRESS, **QUIET)
        gr.on([self.id.change, self.step.change], None, place, None, js=WRITE_ADDRESS)
        gr.on([self.check.click, self.answer.submit], self.judge, [*place, self.answer], self.outputs, **QUIET)
        self.nudge.click(self.hint, place, [self.told], **QUIET)
        self.reveal.click(self.give_up, place, self.outputs, **QUIET)
        self.again.click(self.restart, [self.id], self.outputs, **QUIET)

    def open(self, wanted: str, step: float) -> dict[Any, Any]:
        """The page is opened at a step, or at a derivation, which begins with fresh numbers."""
        try:
            if wanted in load_derivations():
                return self._shown(derivation.begin(wanted, None, self.language).id, 1)
            return self._shown(wanted, int(step))
        except EXPECTED:
            return {self.header: self._back() + empty(self.say("no_such_derivation"))}

    def restart(self, known: str) -> dict[Any, Any]:
        """The same derivation with other numbers."""
        return self.open(known.rpartition("-")[0], 1)

    def judge(self, known: str, step: float, answer: str) -> dict[Any, Any]:
        """Goes on where the answer is right; else says so, without giving the answer away."""
        if not answer.strip():
            gr.Info(inert(self.say("drill_nothing")), title=self.say("notice"))
            return {self.told: ""}
        try:
            checked = derivation.check_step(known, int(step), answer, self.language)
            if checked.correct:
                return self._shown(known, int(step) + 1, badge(self.say("drill_right"), "good"))
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return {self.told: ""}
        reason = checked.objection or self.say("derivation_think")
        return {self.told: element("p", badge(self.say("drill_wrong"), "bad") + " " + inert(reason))}

    def hint(self, known: str, step: float) -> str:
        """A nudge for the step."""
        try:
            return element("p", inert(derivation.hint(known, int(step), self.language)), "quiet")
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return ""

    def give_up(self, known: str, step: float) -> dict[Any, Any]:
        """Shows the answer and goes on."""
        try:
            return self._shown(known, int(step) + 1)
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return {self.told: ""}

    def _shown(self, known: str, step: int, told: str = "") -> dict[Any, Any]:
        """The page at a step; one after the last is the end."""
        slug = known.rpartition("-")[0]
        opening = derivation.opening(known, self.language)
        found = load_derivations()[slug]
        over = step == len(found.steps) + 1
        asked = "" if over else derivation.step_text(known, step, self.language)
        row = next(row for row in rows_of(self.services) if row.slug == slug and row.kinds == (DERIVATION,))
        who = asked_list(row.asked, self.language)
        done = "".join(self._done(known, before) for before in range(1, step))
        return {
            self.id: known,
            self.step: step,
            self.header: self._back() + element("h1", inert(found.title.in_language(self.language))),
            self.column: gr.update(visible=True),
            self.so_far: "".join(element("p", inert(line)) for line in opening.splitlines()) + done,
            self.asked: element("p", inert(asked)) if asked else self._end(found.problem),
            self.row: gr.update(visible=not over),
            self.answer: "",
            self.told: element("p", told) if told else "",
            self.aids: gr.update(visible=not over),
            self.again: gr.update(visible=over),
            self.who: element("h3", inert(self.say("who_asked"))) + who if who else "",
        }

    def _done(self, known: str, step: int) -> str:
        """A step that lies behind, with its answer and why."""
        checked: CheckedStep = derivation.check_step(known, step, "", self.language)
        expected = checked.expected
        shown = f"{expected:.4g}" if isinstance(expected, float) else str(expected)
        return element(
            "div",
            element("p", inert(derivation.step_text(known, step, self.language)))
            + element("p", badge(shown, "good") + " " + inert(checked.working), "working"),
            "derived-step",
        )

    def _end(self, problem: str | None) -> str:
        told = element("p", inert(self.say("derivation_over")))
        if problem is None:
            return told
        return told + element("p", link(self.say("derivation_problem"), "problem", self.language, slug=problem))

    def _back(self) -> str:
        return element("p", link(self.say("problems_back"), "problems", self.language, "back quiet"))
