"""Overruling a verdict on the Review page: choose a key point, say what you hold it to be, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

from bot.agreement import VERDICTS
from bot.assessment import review_of
from bot.overruling import LONGEST_NOTE, overrule
from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import RAW, UNCHANGED, fragment
from bot.pages.markup import element, inert
from bot.pages.scorecard import Points, point_of
from bot.pages.texts import text
from bot.review import ReviewedInterview, person_on
from bot.schema import Language
from bot.services import Services
from bot.words import words

LONGEST_QUESTION = 24
"""Characters of a question in front of its key points."""
Updates = dict[Any, Any]


class Overruling:
    """The form, built inside the Blocks that are open."""

    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        say = self.say
        with gr.Column(elem_classes="card", elem_id="overruling", visible=False) as self.column:
            lead = element("p", inert(say("overrule_lead")), "quiet")
            fragment(element("h3", inert(say("overrule_title"))) + lead)
            self.point = gr.Dropdown(label=say("overrule_point"), choices=[], elem_id="overrule-point")
            self.verdict = gr.Radio(
                label=say("overrule_verdict"),
                choices=[(words(verdict, language), verdict) for verdict in VERDICTS],
                elem_id="overrule-verdict",
            )
            self.note = gr.Textbox(
                label=say("overrule_note"), lines=2, max_length=LONGEST_NOTE, elem_id="overrule-note"
            )
            self.save = gr.Button(say("overrule_save"), variant="primary", elem_id="overrule-save", elem_classes="once")

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    @property
    def outputs(self) -> list[Any]:
        return [self.column, self.point, self.verdict, self.note]

    def connect(
        self, interview_id: gr.Textbox, shown: Callable[[ReviewedInterview], Updates], outputs: list[Any]
    ) -> None:
        """Says what happens on every event; `shown` makes the page anew."""

        def keep(named: str, point: str | None, verdict: str | None, note: str | None) -> Updates:
            return self._keep(named, point, verdict, note, shown)

        self.point.input(self._look, [interview_id, self.point], [self.verdict, self.note], **RAW)
        self.save.click(keep, [interview_id, self.point, self.verdict, self.note], outputs, **RAW)

    def fill(self, interview: ReviewedInterview, points: Points) -> Updates:
        """The form with the key points of an interview; out of sight where none was judged."""
        choices = [
            (
                f"{_shortened(question.text)} · {point_of(question.id, criterion, points)}"
                f"（{words(criterion.verdict, self.language)}）",
                f"{question.id}/{criterion.criterion}",
            )
            for question in interview.scorecard.questions
            for criterion in question.criteria
        ]
        return {
            self.column: gr.update(visible=bool(choices)),
            self.point: gr.update(choices=choices, value=None),
            self.verdict: None,
            self.note: "",
        }

    def _look(self, interview_id: str, point: str | None) -> Updates:
        """The verdict as it stands, and what was noted of it."""
        question_id, _, criterion = (point or "").rpartition("/")
        try:
            questions = review_of(self.services, interview_id).scorecard.questions
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return {self.verdict: None, self.note: ""}
        for question in questions:
            scored = next((each for each in question.criteria if each.criterion == criterion), None)
            if question.id == question_id and scored is not None:
                person = person_on(question, criterion)
                return {
                    self.verdict: person.verdict if person else scored.verdict,
                    self.note: person.note if person else "",
                }
        return {self.verdict: None, self.note: ""}

    def _keep(
        self,
        interview_id: str,
        point: str | None,
        verdict: str | None,
        note: str | None,
        shown: Callable[[ReviewedInterview], Updates],
    ) -> Updates:
        if not point or verdict not in VERDICTS:
            gr.Info(inert(self.say("overrule_nothing")), title=self.say("notice"))
            return UNCHANGED
        question_id, _, criterion = point.rpartition("/")
        try:
            overrule(self.services, interview_id, question_id, criterion, verdict, note or "")
            page = shown(review_of(self.services, interview_id))
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return UNCHANGED
        gr.Info(inert(self.say("overrule_done")), title=self.say("notice"))
        return page


def _shortened(question: str) -> str:
    return question if len(question) <= LONGEST_QUESTION else f"{question[:LONGEST_QUESTION]}…"
