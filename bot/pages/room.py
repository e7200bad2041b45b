"""The interview room: the conversation and what the candidate answers with, beside the bench for code.

Components and what they show; `bot.pages.practise` says what happens on events.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gradio as gr

from bot.interview import Interview
from bot.pages import conversation as talk
from bot.pages import paper
from bot.pages import scorecard as sheet
from bot.pages import season as season_page
from bot.pages.bench import Bench, Updates
from bot.pages.frame import fragment
from bot.pages.markup import badge, document, element, inert, link
from bot.pages.texts import company_name, path, round_name, text
from bot.pages.voice import voice_bar
from bot.review import ReviewedInterview
from bot.schema import Language, Submitted
from bot.season import season_named, standing
from bot.services import Services
from bot.spending import interview_line
from bot.written.agenda import is_done
from sandbox.problem import Problem

QUICK_REPLIES = ("repeat", "hint", "dont_know", "skip", "model_answer", "end")
"""Buttons that say something for the candidate, in the words of `reply_*`."""


class Room:
    """Components of the room, built inside the Blocks that are open."""

    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        # The browser holds these, so that nothing is lost with the server.
        self.interview_id = gr.Textbox(visible="hidden", elem_classes="held", elem_id="interview-id")
        self.season_id = gr.Textbox(visible="hidden", elem_classes="held")
        self.seen = gr.Number(value=0, precision=0, visible="hidden", elem_classes="held", elem_id="seen")
        with gr.Column(elem_id="room", visible=False) as self.column:
            self.header = fragment(elem_id="room-header")
            self.paper = gr.Radio(label=self.say("paper_choice"), choices=[], visible=False, elem_id="paper")
            self.time_is_up = gr.Button(visible="hidden", elem_id="time-is-up")
            with gr.Row(elem_id="desk"):
                with gr.Column(elem_id="talk", min_width=300):
                    self.conversation = fragment(elem_id="conversation")
                    with gr.Column(elem_id="composer") as self.composer:
                        self._build_composer()
                with gr.Column(elem_id="bench", visible=False, min_width=300) as self.code_column:
                    self.statement = fragment(elem_id="statement")
                    self.bench = Bench(services, language)
            self.ending = fragment(elem_id="ending", visible=False)
        self.working_buttons = (self.send, *self.bench.buttons, *self.quick.values())
        self.outputs = [
            self.interview_id, self.seen, self.column, self.header, self.paper, self.conversation,
            self.composer, self.box, self.voice, self.ending, self.send, self.code_column, self.statement,
            *self.quick.values(), *self.bench.outputs,
        ]  # fmt: skip

    def _build_composer(self) -> None:
        with gr.Row(elem_id="quick"):
            self.quick = {
                name: gr.Button(
                    self.say(f"quick_{name}"),
                    size="sm",
                    min_width=0,
                    elem_id=f"quick-{name}",
                    elem_classes="once",
                )
                for name in QUICK_REPLIES
            }
        with gr.Row(elem_id="answer"):
            self.box = gr.Textbox(
                label=self.say("answer_label"),
                show_label=False,
                # Enter sends and Shift+Enter breaks the line where a box begins with one line and may grow.
                lines=1,
                max_lines=10,
                container=False,
                scale=1,
                elem_id="box",
            )
            self.send = gr.Button(
                self.say("send"),
                variant="primary",
                scale=0,
                min_width=72,
                elem_id="send",
                elem_classes="once",
            )
        self.voice = fragment(elem_id="voice")

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def ready(self, ready: bool) -> Updates:
        """Buttons that take part in the interview, on or off."""
        return {button: gr.update(interactive=ready) for button in self.working_buttons}

    def ready_for(self, interview: Interview) -> Updates:
        """Buttons for what the interview waits for; none while it waits for nothing."""
        waits = interview.waits_for_candidate
        answering = waits and interview.state.awaiting == "answer"
        return {**self.ready(waits), self.quick["model_answer"]: gr.update(interactive=answering)}

    def slug_of(self, interview: Interview) -> str:
        return interview.problem.slug if interview.problem else ""

    def turns(self, interview: Interview) -> str:
        return talk.conversation(interview.reviewed().turns, self.language)

    def view(self, interview: Interview, shown_slug: str, draft: str = "") -> Updates:
        """The whole room as the events on disk have it, its buttons off until the event that shows it is over.

        Args:
            shown_slug: The problem whose code is in the browser's editor; that code stays.
            draft: Code that was kept in the browser, below a line with its problem's slug.
        """
        reviewed = interview.reviewed()
        problem = interview.problem
        on_paper = interview.started.plan.paper is not None
        answering = not on_paper or interview.state.awaiting == "answer"
        updates: Updates = {
            self.interview_id: interview.id,
            self.seen: len(interview.events),
            self.bench.slug: self.slug_of(interview),
            self.column: gr.update(visible=True, elem_classes="coding" if problem else ""),
            self.header: self._header(interview),
            self.conversation: talk.conversation(reviewed.turns, self.language),
            self.composer: gr.update(visible=not interview.is_over),
            self.box: gr.update(placeholder=self.say(f"placeholder_{interview.state.awaiting}"), visible=answering),
            self.voice: voice_bar(self.services.settings, interview.id, self.language, answering=answering),
            self.code_column: gr.update(visible=problem is not None),
            self.ending: self._ending(interview, reviewed) if interview.is_over else gr.update(visible=False),
            **self.ready(False),
        }
        updates[self.quick["model_answer"]] = gr.update(visible=interview.started.mode == "practice", interactive=False)
        if on_paper:
            updates |= self._on_paper(interview)
        if problem is not None:
            updates |= self._at_the_bench(interview, problem, shown_slug, draft)
        return updates

    def _on_paper(self, interview: Interview) -> Updates:
        """A written test: its questions to choose from, nothing to say but answers, and no help."""
        current = interview.state.current
        updates: Updates = {button: gr.update(visible=False) for button in self.quick.values()}
        updates[self.quick["end"]] = gr.update(value=self.say("quick_hand_in"), visible=True, interactive=False)
        updates[self.send] = gr.update(visible=interview.state.awaiting == "answer", interactive=False)
        updates[self.paper] = gr.update(
            choices=paper.choices(interview, self.language),
            value=(current.problem or current.id) if current else None,
            visible=not interview.is_over,
            interactive=True,
        )
        return updates

    def _at_the_bench(self, interview: Interview, problem: Problem, shown_slug: str, draft: str) -> Updates:
        handed_in = [e for e in interview.events if isinstance(e, Submitted)]
        attempts = [e for e in handed_in if e.slug == problem.slug]
        last = attempts[-1] if attempts else None
        written = last or self._to_go_on_from(handed_in, problem)
        updates: Updates = {}
        if problem.slug != shown_slug:
            updates = self.bench.show(problem, draft, (written.code, written.code_language) if written else None)
            updates[self.statement] = element("div", self._statement(problem), "statement")
        if problem.slug != shown_slug or isinstance(interview.events[-2], Submitted):
            updates[self.bench.result] = talk.judged(last.result, self.language) if last else ""
        return updates

    def _statement(self, problem: Problem) -> str:
        """What a variant changes comes first; the task that it goes on from is folded away below."""
        shown = document(problem.own_statement(self.language))
        parent = self._parent(problem)
        if parent is None:
            return shown
        summary = element("summary", inert(self.say("task_before")))
        return shown + element("details", summary + document(parent.statement(self.language)))

    def _parent(self, problem: Problem) -> Problem | None:
        return self.services.problems.get(problem.slug.partition("--")[0]) if problem.parent is not None else None

    def _to_go_on_from(self, handed_in: Sequence[Submitted], problem: Problem) -> Submitted | None:
        """The candidate's code for the problem that a variant changes, where the same function is to be defined."""
        parent = self._parent(problem)
        if parent is None or parent.entry != problem.entry:
            return None
        return next((e for e in reversed(handed_in) if e.slug == parent.slug), None)

    def _header(self, interview: Interview) -> str:
        plan, state = interview.started.plan, interview.state
        total = len(plan.questions)
        on_paper = interview.started.plan.paper is not None
        done = sum(is_done(state, q) for q in plan.questions) if on_paper else min(max(state.main + 1, 0), total)
        title = f"{company_name(plan.company, self.language)} · {round_name(plan.round, self.language)}"
        paid = interview_line(self.services, interview.id, self.language)
        where = (
            self.say("over")
            if interview.is_over
            else self.say("paper_progress" if on_paper else "progress", number=done, total=total)
        )
        filled = element("span", "", "filled", style=f"width:{1.0 if interview.is_over else done / max(total, 1):.0%}")
        return element(
            "div",
            element("h1", inert(title))
            + badge(self.say(f"mode_{interview.started.mode}"), "neutral")
            + element("span", inert(where), "quiet")
            + element("span", filled, "meter")
            + (element("span", inert(paid), "quiet") if paid else "")
            + paper.countdown(interview, self.language),
            "room-header",
        )

    def _ending(self, interview: Interview, reviewed: ReviewedInterview) -> Any:
        shown = sheet.whole(reviewed, self.services.library, self.services.rubrics, self.language)
        season_id = interview.started.season
        season = standing(self.services, season_named(self.services, season_id)) if season_id is not None else None
        kind = "button primary" if season is None or season.due is None else "button"
        onward = season_page.onward(season, self.language) if season is not None else ""
        onward += link(self.say("to_review"), "review", self.language, kind, interview=reviewed.id)
        if season is None:
            onward += element("a", inert(self.say("once_more")), "button", href=path("", self.language))
        done = paper.results_of(interview, self.language)
        return gr.update(value=element("p", onward, "onward") + done + shown, visible=True)
