"""The Practise page: choose a persona, hold the interview, see the Scorecard.

The interview's id stands in the address and its events on disk; every handler takes the interview up anew, so
that a reload, a second window or a restarted server finds it where it was. The browser also says how many
events it has seen: what it sends is refused when the interview was carried on elsewhere meanwhile.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator

import gradio as gr

from bot.attempts import warm_judge
from bot.errors import BadInput
from bot.interview import Interview
from bot.pages import conversation as talk
from bot.pages.bench import Updates
from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import QUIET, RAW, UNCHANGED, page_head
from bot.pages.markup import element, inert
from bot.pages.room import Room
from bot.pages.start_form import StartForm
from bot.pages.texts import text
from bot.schema import Language, Said
from bot.season import due_round, season_named
from bot.services import Services
from bot.state import every_question_of
from sandbox.problem import CodeLanguage

MOST_PIECES_A_SECOND = 10
READ_ADDRESS = """() => {
  const asked = new URLSearchParams(location.search);
  const id = asked.get("interview") || "";
  return [id, localStorage.getItem("mianjing-draft-" + id) || "", asked.get("season") || ""];
}"""
WRITE_ADDRESS = """(id) => {
  if (id) history.replaceState(null, "", location.pathname + "?interview=" + encodeURIComponent(id));
}"""
Gift = tuple[str, Callable[[], object]]
"""A bubble that shows what the candidate gives, and the act of recording it."""


def practise_page(blocks: gr.Blocks, services: Services, language: Language) -> None:
    """Builds the page inside the Blocks that are open."""
    page_head("", language)
    _Practise(services, language).connect(blocks)


class _Practise:
    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        self.form = StartForm(services, language)
        self.room = Room(services, language)
        self.outputs = [*self.room.outputs, self.form.column, *self.form.outputs]

    def connect(self, blocks: gr.Blocks) -> None:
        """Says what happens on every event."""
        form, room, changes = self.form, self.room, self.outputs
        named = [room.interview_id, room.bench.draft, room.season_id]
        opened = blocks.load(self.open, named, changes, js=READ_ADDRESS, **QUIET)
        begun = form.start.click(self.begin, form.chosen, changes, **RAW)
        room.interview_id.change(None, [room.interview_id], None, js=WRITE_ADDRESS)
        room.bench.connect(room.interview_id)

        shown = [room.interview_id, room.seen, room.bench.slug]
        said = gr.on([room.send.click, room.box.submit], self.answer, [*shown, room.box], changes, **QUIET)
        replied = [
            button.click(
                self._quick_reply(name),
                shown,
                changes,
                js=self._ask_first() if name == "end" else None,
                **QUIET,
            )
            for name, button in room.quick.items()
        ]
        written = [*shown, room.bench.editor, room.bench.code_language]
        picked = room.paper.input(self.pick, [*shown, room.paper], changes, **RAW)
        room.time_is_up.click(self.close_in_time, [*shown], changes, **QUIET)
        tried = room.bench.try_samples.click(self.run_samples, written, changes, **QUIET)
        handed_in = room.bench.submit.click(self.hand_in, written, changes, **QUIET)
        for event in (opened, picked, handed_in):
            room.bench.take_back(event, room.interview_id)
        for event in (opened, begun, said, *replied, picked, tried, handed_in):
            event.then(self.ready, [room.interview_id], [*room.working_buttons], **QUIET)

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def _ask_first(self) -> str:
        """JavaScript that sends no id when the candidate thinks better of it."""
        question = json.dumps(self.say("end_sure"), ensure_ascii=False)
        return f"(id, seen, slug) => confirm({question}) ? [id, seen, slug] : ['', seen, slug]"

    def open(self, interview_id: str, draft: str, season_id: str) -> Iterator[Updates]:
        """The page is opened: the form, or the interview that the address names, or the round due in a season."""
        try:
            if not interview_id and not season_id:
                yield self.form.fill()
                yield UNCHANGED  # the update sent twice, see _conduct
                return
            if interview_id:
                interview = Interview.take_up(self.services, interview_id)
            else:
                interview = due_round(self.services, season_named(self.services, season_id))
                self._warm_judge(interview)
            interview.collect()
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            yield self.form.fill()
            return
        yield self.room.view(interview, "", draft)
        yield from self._conduct(interview, self.room.slug_of(interview))

    def begin(self, company: str, round_: str, report: str, spoken: str, mode: str, read_cv: str) -> Iterator[Updates]:
        """The candidate begins a new interview."""
        try:
            interview = self.form.begin(company, round_, report, spoken, mode, read_cv)
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            yield {self.form.column: gr.update(visible=True)}
            return
        self._warm_judge(interview)
        yield {self.form.column: gr.update(visible=False), **self.room.view(interview, "")}
        yield from self._conduct(interview, "")

    def answer(self, interview_id: str, seen: float, slug: str, said: str) -> Iterator[Updates]:
        """The candidate sends what stands in the box."""
        if not said.strip():
            gr.Info(inert(self.say("nothing_to_send")), title=self.say("notice"))
            yield {self.room.box: ""}
            return

        def give(interview: Interview) -> Gift:
            return talk.pending(said, self.language), lambda: interview.answer(said)

        yield from self._give(interview_id, seen, slug, give, {self.room.box: said})

    def pick(self, interview_id: str, seen: float, slug: str, chosen: str) -> Iterator[Updates]:
        """The candidate turns to another question of a written test."""

        def give(interview: Interview) -> Gift:
            questions = interview.started.plan.questions
            number = next((n for n, q in enumerate(questions, start=1) if chosen in (q.problem, q.id)), 0)
            said = text("reply_pick", interview.language, number=number)
            return talk.pending(said, self.language), lambda: interview.answer(said)

        yield from self._give(interview_id, seen, slug, give, {})

    def ready(self, interview_id: str) -> Updates:
        """An event is over: its buttons may be pressed.

        Gradio ignores what is sent while an event runs, which it does for a moment after its last update was shown.
        """
        if not interview_id:
            return self.room.ready(False)
        try:
            return self.room.ready_for(Interview.take_up(self.services, interview_id))
        except EXPECTED:  # said by the event itself
            return self.room.ready(True)

    def close_in_time(self, interview_id: str, seen: float, slug: str) -> Iterator[Updates]:
        """The clock of a written test has run out."""
        try:
            interview = Interview.take_up(self.services, interview_id)
            interview.collect()
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            yield UNCHANGED
            return
        if interview.is_over:
            yield self.room.view(interview, slug)
        else:
            waiting = element("p", inert(self.say("time_over_wait")), "notice")
            ending = gr.update(value=waiting, visible=True)
            yield {**self.room.ready(False), self.room.paper: gr.update(interactive=False), self.room.ending: ending}

    def _quick_reply(self, name: str) -> Callable[[str, float, str], Iterator[Updates]]:
        def give(interview: Interview) -> Gift:
            hands_in = name == "end" and interview.started.plan.paper is not None
            said = text("reply_hand_in" if hands_in else f"reply_{name}", interview.language)
            return talk.pending(said, self.language), lambda: interview.answer(said)

        def reply(interview_id: str, seen: float, slug: str) -> Iterator[Updates]:
            if interview_id:
                yield from self._give(interview_id, seen, slug, give, {})
            else:
                yield UNCHANGED

        return reply

    def hand_in(
        self, interview_id: str, seen: float, slug: str, code: str | None, code_language: CodeLanguage
    ) -> Iterator[Updates]:
        """The candidate submits code."""

        def give(interview: Interview) -> Gift:
            return talk.pending_code(code or "", self.language), lambda: interview.submit(code or "", code_language)

        yield from self._give(interview_id, seen, slug, give, {})

    def run_samples(
        self, interview_id: str, seen: float, slug: str, code: str | None, code_language: CodeLanguage
    ) -> Iterator[Updates]:
        """Runs code on the samples, which counts for nothing."""
        try:
            interview = self._take_up(interview_id, seen)
            running = element("p", inert(self.say("running")), "quiet")
            yield {**self.room.ready(False), self.room.bench.result: running}
            judged = interview.try_samples(code or "", code_language)
            shown = talk.judged(judged, self.language, samples=True)
            yield {**self.room.view(interview, slug), self.room.bench.result: shown}
        except EXPECTED as error:
            yield from self._refuse(interview_id, slug, error, {self.room.bench.result: ""})

    def _give(
        self, interview_id: str, seen: float, slug: str, give: Callable[[Interview], Gift], kept: Updates
    ) -> Iterator[Updates]:
        """Shows what the candidate gives at once, records it, and lets the interviewer speak.

        Args:
            kept: What goes back into the fields when it could not be recorded.
        """
        try:
            interview = self._take_up(interview_id, seen)
            bubble, record = give(interview)
            shown = self.room.turns(interview) + bubble
            yield {**self.room.ready(False), self.room.conversation: shown, **dict.fromkeys(kept, "")}
            record()
        except EXPECTED as error:
            yield from self._refuse(interview_id, slug, error, kept)
            return
        yield from self._conduct(interview, slug)

    def _conduct(self, interview: Interview, slug: str) -> Iterator[Updates]:
        """Lets the interviewer speak, if it is his turn."""
        if interview.waits_for_candidate or interview.is_over:
            return
        so_far = self.room.turns(interview)
        shown_at = 0.0
        yield {**self.room.ready(False), self.room.conversation: so_far + talk.thinking(self.language)}
        try:
            for piece in interview.speak():
                if isinstance(piece, Said) or time.monotonic() - shown_at < 1 / MOST_PIECES_A_SECOND:
                    continue
                shown_at = time.monotonic()
                yield {self.room.conversation: so_far + talk.speaking(piece.text, self.language)}
        except EXPECTED as error:
            yield from self._refuse(interview.id, slug, error, {})
            return
        yield self.room.view(interview, slug)
        # Gradio sends the last update of an event twice, the second time over whatever was written since.
        yield UNCHANGED

    def _take_up(self, interview_id: str, seen: float) -> Interview:
        interview = Interview.take_up(self.services, interview_id)
        if len(interview.events) != int(seen):
            raise BadInput(self.say("carried_on_elsewhere"))
        return interview

    def _refuse(self, interview_id: str, slug: str, error: Exception, kept: Updates) -> Iterator[Updates]:
        """Says why something could not be done, and shows the interview as it is now."""
        warn(error, self.say("could_not"))
        try:
            interview = Interview.take_up(self.services, interview_id)
        except EXPECTED:
            yield {**self.room.ready(True), **kept}
            return
        yield {**self.room.view(interview, slug), **kept}

    def _warm_judge(self, interview: Interview) -> None:
        """Starts the judge while the first questions are answered."""
        slugs = {q.problem for q in every_question_of(interview.started.plan)}
        warm_judge(self.services, (problem for slug, problem in self.services.problems.items() if slug in slugs))
