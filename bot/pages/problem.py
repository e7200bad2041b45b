"""One problem to solve without an interview: statement, editor, verdict, hints, who asked it, how to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import gradio as gr

from bot.attempts import hand_in, problem_named, try_samples, warm_judge
from bot.pages.bench import Bench, Updates
from bot.pages.conversation import judged, tone
from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import QUIET, UNCHANGED, fragment, page_head
from bot.pages.markup import badge, bullets, document, element, empty, inert, link
from bot.pages.problem_rows import asked_list, marks, problem_row
from bot.pages.samples import samples
from bot.pages.texts import company_name, path, text
from bot.problem_list import Row, as_reason, rows_of, why_picked
from bot.schema import Language
from bot.services import Services
from bot.store import Attempt
from bot.words import words
from sandbox.problem import CodeLanguage, JudgeResult, Problem

MOST_ATTEMPTS = 10
"""Listed on the page, the newest ones."""
READ_ADDRESS = """() => {
  const asked = new URLSearchParams(location.search);
  const slug = asked.get("slug") || "";
  const draft = localStorage.getItem("mianjing-draft-problem-" + slug) || "";
  return [slug, draft, asked.get("picked") || "", asked.get("company") || ""];
}"""


def problem_page(blocks: gr.Blocks, services: Services, language: Language) -> None:
    """Builds the page inside the Blocks that are open."""
    page_head("problem", language, within="problems")
    _ProblemPage(services, language).connect(blocks)


class _ProblemPage:
    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        # The browser holds these, so that nothing is lost with the server.
        self.kept_as = gr.Textbox(visible="hidden", elem_classes="held", elem_id="kept-as")
        self.picked = gr.Textbox(visible="hidden", elem_classes="held", elem_id="picked")
        self.company = gr.Textbox(visible="hidden", elem_classes="held", elem_id="in-style-of")
        self.hints_taken = gr.Number(value=0, precision=0, visible="hidden", elem_classes="held", elem_id="hints-taken")
        self.header = fragment(empty(self.say("loading")), elem_id="problem-header")
        with gr.Row(elem_id="desk", visible=False) as self.desk:
            with gr.Column(elem_id="task", min_width=300):
                self.statement = fragment(elem_id="task-statement")
                self.hints = fragment(elem_id="hints")
                self.hint = gr.Button(self.say("hint", number=1), size="sm", elem_id="hint", elem_classes="once")
                self.asked = fragment(elem_id="asked-by")
            with gr.Column(elem_id="bench", min_width=300):
                self.bench = Bench(services, language)
                self.onward = fragment(elem_id="onward")
        self.outputs = [
            self.kept_as, self.header, self.desk, self.statement, self.hints, self.hints_taken, self.hint,
            self.asked, self.onward, *self.bench.outputs,
        ]  # fmt: skip

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def connect(self, blocks: gr.Blocks) -> None:
        """Says what happens on every event."""
        bench = self.bench
        opened = [bench.slug, bench.draft, self.picked, self.company]
        blocks.load(self.open, opened, self.outputs, js=READ_ADDRESS, **QUIET)
        bench.connect(self.kept_as)
        written = [bench.slug, bench.editor, bench.code_language]
        tried = bench.try_samples.click(self.run_samples, written, self.outputs, **QUIET)
        handed_in = bench.submit.click(self.hand_in, written, self.outputs, **QUIET)
        for event in (tried, handed_in):
            # Not with the event's last update: Gradio ignores what is pressed until the event is over.
            event.then(lambda: self._ready(True), None, [*bench.buttons], **QUIET)
        self.hint.click(
            self.give_hint, [bench.slug, self.hints_taken], [self.hints, self.hints_taken, self.hint], **QUIET
        )

    def open(self, slug: str, draft: str, picked: str, company: str) -> Updates:
        """The page is opened at a problem's address."""
        try:
            problem = problem_named(self.services, slug)
            attempts = self.services.store.attempts(slug)
            warm_judge(self.services, [problem])
            last = attempts[-1] if attempts else None
            return {
                **self.bench.show(problem, draft, (last.code, last.code_language) if last else None),
                self.bench.slug: slug,
                self.kept_as: f"problem-{slug}",
                self.statement: self._statement(problem),
                self.desk: gr.update(visible=True),
                self.hints: "",
                self.hints_taken: 0,
                self.hint: gr.update(value=self.say("hint", number=1), visible=True),
                **self._standing(problem, attempts, self._why(picked, company)),
            }
        except EXPECTED as error:
            return {self.header: self._back() + empty(str(error))}

    def run_samples(self, slug: str, code: str | None, code_language: CodeLanguage) -> Iterator[Updates]:
        """Runs code on the samples, which counts for nothing."""
        yield from self._judge(
            lambda: try_samples(self.services, slug, code or "", code_language, self.language), slug, counted=False
        )

    def hand_in(self, slug: str, code: str | None, code_language: CodeLanguage) -> Iterator[Updates]:
        """Judges code on all cases; an attempt."""
        yield from self._judge(
            lambda: hand_in(self.services, slug, code or "", code_language, self.language), slug, counted=True
        )

    def _judge(self, judge: Callable[[], JudgeResult], slug: str, *, counted: bool) -> Iterator[Updates]:
        running = element("p", inert(self.say("judging" if counted else "running")), "quiet", role="status")
        yield {**self._ready(False), self.bench.result: running}
        try:
            result = judge()
            shown = judged(result, self.language, samples=not counted)
            updates: Updates = {self.bench.result: shown}
            if counted:
                problem = problem_named(self.services, slug)
                updates |= self._standing(problem, self.services.store.attempts(slug))
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            updates = {self.bench.result: ""}
        yield updates

    def _ready(self, ready: bool) -> Updates:
        return {button: gr.update(interactive=ready) for button in self.bench.buttons}

    def give_hint(self, slug: str, taken: float) -> Updates:
        """One hint more."""
        try:
            hints = problem_named(self.services, slug).hints
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return UNCHANGED
        count = min(max(int(taken), 0) + 1, len(hints))
        shown = "".join(element("li", inert(hint.in_language(self.language))) for hint in hints[:count])
        return {
            self.hints: element("ol", shown, "hints"),
            self.hints_taken: count,
            self.hint: gr.update(value=self.say("hint", number=count + 1), visible=count < len(hints)),
        }

    def _statement(self, problem: Problem) -> str:
        signatures = [problem.signature, problem.cpp.signature if problem.cpp else ""]
        shown = "".join(element("pre", element("code", inert(each.strip()))) for each in signatures if each)
        return (
            element("div", document(problem.statement(self.language)), "statement")
            + element("h3", inert(self.say("signature")))
            + shown
            + samples(problem, self.language)
        )

    def _standing(self, problem: Problem, attempts: Sequence[Attempt], why: str = "") -> Updates:
        """What changes with an attempt: the head's status, the record, and how to go on."""
        rows = {row.slug: row for row in rows_of(self.services)}
        row = rows[problem.slug]
        parent = rows.get(row.parent or "")
        of = (
            link(
                self.say("variant_of", title=parent.title.in_language(self.language)),
                "problem",
                self.language,
                slug=parent.slug,
            )
            if parent
            else ""
        )
        title = element("h1", inert(row.title.in_language(self.language))) + marks(row, self.language)
        head = element("div", title + of, "room-header")
        topics = element("p", inert(" · ".join(row.topics)), "cited")
        solved = row.status == "solved"
        return {
            self.header: self._back() + head + topics + (element("p", inert(why), "notice") if why else ""),
            self.asked: self._asked(row, parent),
            self.onward: (self._onward(problem, rows) if solved else "") + self._record(attempts),
        }

    def _back(self) -> str:
        address = path("problems", self.language)
        return element("p", element("a", inert(self.say("problems_back")), "back quiet", href=address))

    def _why(self, picked: str, company: str) -> str:
        """Why chance chose this problem; the address says so and may say anything."""
        reason = as_reason(picked)
        if reason is None:
            return ""
        name = self.services.library.company_named(company) if company else None
        return why_picked(reason, name and company_name(name, self.language), self.language)

    def _asked(self, row: Row, parent: Row | None) -> str:
        listed = asked_list((*row.asked, *(parent.asked if parent else ())), self.language)
        return element("h3", inert(self.say("who_asked"))) + listed if listed else ""

    def _onward(self, problem: Problem, rows: Mapping[str, Row]) -> str:
        """Follow-up questions, and the variants that are judged on their own."""
        questions = bullets(
            (inert(follow_up.in_language(self.language)) for follow_up in problem.follow_ups), "follow-ups"
        )
        variants = bullets(
            (problem_row(row, self.language) for row in rows.values() if row.parent == problem.slug), "problem-list"
        )
        shown = "".join(
            element("h3", inert(self.say(key))) + listed
            for key, listed in (("follow_ups", questions), ("variants", variants))
            if listed
        )
        return element("section", shown, "card onward-card") if shown else ""

    def _record(self, attempts: Sequence[Attempt]) -> str:
        listed = "".join(
            element(
                "li",
                badge(words(f"verdict_{each.verdict.value}", self.language), f"verdict {tone(each.verdict)}")
                + element("span", inert(self.say("cases_passed", passed=each.passed, total=each.total)))
                + element("span", "C++" if each.code_language == "cpp" else "Python", "quiet")
                + element("span", f"{each.at.astimezone():%Y-%m-%d %H:%M}", "quiet"),
            )
            for each in attempts[: -MOST_ATTEMPTS - 1 : -1]
        )
        if not listed:
            return ""
        summary = element("summary", inert(self.say("my_attempts", count=len(attempts))))
        return element("details", summary + element("ul", listed, "rows attempts"), "attempts")
