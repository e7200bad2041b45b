"""The list of problems: filters, the rows that they leave, and a random problem in a company's style."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import gradio as gr

from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import RAW, fragment, page_head
from bot.pages.markup import element, empty, inert
from bot.pages.problem_rows import kind_name, problem_list
from bot.pages.texts import company_name, path, round_name, text
from bot.problem_list import STATUSES, Row, Wanted, choices, filtered, random_row, rows_of
from bot.schema import Language
from bot.services import Services
from bot.words import words
from corpus.companies import round_names

FILTERS = ("company", "round", "topic", "difficulty", "kind", "status", "words")
READ_ADDRESS = f"""() => {{
  const asked = new URLSearchParams(location.search);
  return {list(FILTERS)}.map((name) => asked.get(name) || "");
}}"""
WRITE_ADDRESS = f"""(...values) => {{
  const asked = new URLSearchParams();
  {list(FILTERS)}.forEach((name, at) => {{ if (values[at]) asked.set(name, values[at]); }});
  history.replaceState(null, "", location.pathname + (asked.size ? "?" + asked : ""));
}}"""
GO = "(address) => { if (address) location.assign(address); }"


def problems_page(blocks: gr.Blocks, services: Services, language: Language) -> None:
    """Builds the page inside the Blocks that are open."""
    page_head("problems", language)
    _Problems(services, language).connect(blocks)


class _Problems:
    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        say = self.say
        self.chosen = gr.Textbox(visible="hidden", elem_classes="held", elem_id="chosen")
        fragment(element("h1", inert(say("problems_title"))) + element("p", inert(say("problems_lead")), "lead"))
        with gr.Column(elem_classes="card", elem_id="problem-filters"):
            with gr.Row():
                self.filters: dict[str, Any] = {
                    name: gr.Dropdown(label=say(label), choices=[], elem_id=f"filter-{name}", min_width=140)
                    for name, label in (
                        ("company", "company"),
                        ("round", "round"),
                        ("topic", "topic"),
                        ("difficulty", "difficulty"),
                        ("kind", "problem_kind"),
                        ("status", "status"),
                    )
                }
            with gr.Row(elem_id="find-row"):
                self.filters["words"] = gr.Textbox(
                    label=say("problem_words"), placeholder=say("problem_words_hint"), elem_id="words", scale=2
                )
                self.find = gr.Button(say("search_button"), elem_id="find", scale=0, min_width=90)
                self.random = gr.Button(
                    say("random_problem"), variant="primary", elem_id="random", elem_classes="once", scale=0
                )
        self.found = fragment(empty(say("loading")), elem_id="problems")

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def connect(self, blocks: gr.Blocks) -> None:
        """Says what happens on every event."""
        filters = [self.filters[name] for name in FILTERS]
        blocks.load(self.open, filters, [*filters, self.found], js=READ_ADDRESS, **RAW)
        chosen = [self.filters[name].input for name in FILTERS if name != "words"]
        events = [*chosen, self.filters["words"].submit, self.find.click]
        gr.on(events, self.show, filters, [self.found], **RAW)
        gr.on(events, None, filters, None, js=WRITE_ADDRESS)
        self.random.click(self.pick, filters, [self.chosen], **RAW).then(None, [self.chosen], None, js=GO)

    def open(self, *values: str) -> dict[Any, Any]:
        """The page is opened: the choices with their counts, and what the filters of the address leave."""
        try:
            rows = rows_of(self.services)
            named = dict(zip(FILTERS, values, strict=True))
            named["company"] = self.services.library.company_named(named["company"]) or ""
            offered = self._choices(rows)
            for name, listed in offered.items():
                if named[name] not in {value for _, value in listed}:
                    named[name] = ""
            return {
                **{self.filters[n]: gr.update(choices=listed, value=named[n]) for n, listed in offered.items()},
                self.filters["words"]: named["words"],
                self.found: problem_list(rows, filtered(rows, _wanted(*named.values())), self.language),
            }
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return {self.found: empty(self.say("could_not"))}

    def show(self, *values: str | None) -> str:
        """What the filters leave."""
        try:
            rows = rows_of(self.services)
            return problem_list(rows, filtered(rows, _wanted(*values)), self.language)
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return empty(self.say("could_not"))

    def pick(self, *values: str | None) -> str:
        """Address of a random problem; empty where no problem fits."""
        try:
            wanted = _wanted(*values)
            picked = random_row(rows_of(self.services), wanted)
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return ""
        asked = {"slug": picked.row.slug, "picked": picked.reason, "company": wanted.company}
        return f"{path('problem', self.language)}?{urlencode(asked)}"

    def _choices(self, rows: tuple[Row, ...]) -> dict[str, list[tuple[str, str]]]:
        """What each filter offers: names with counts, and the value behind each."""
        counts = choices(rows)
        everything = [(self.say("all"), "")]

        def offered(name: str, labels: dict[str, str]) -> list[tuple[str, str]]:
            return everything + [(f"{label} ({counts[name][value]})", value) for value, label in labels.items()]

        asked_in = {place.round for row in rows for place in row.asked if place.round}
        by_size = {name: [value for value, _ in counts[name].most_common()] for name in counts}
        return {
            "company": offered("company", {name: company_name(name, self.language) for name in by_size["company"]}),
            "round": everything
            + [(round_name(name, self.language), name) for name in round_names() if name in asked_in],
            "topic": offered("topic", {name: name for name in by_size["topic"]}),
            "difficulty": offered(
                "difficulty",
                {level: self.say(f"difficulty_{level}") for level in sorted(by_size["difficulty"])},
            ),
            "kind": offered("kind", {kind: kind_name(kind, self.language) for kind in by_size["kind"]}),
            "status": offered("status", {name: words(f"status_{name}", self.language) for name in STATUSES}),
        }


def _wanted(*values: str | None) -> Wanted:
    named = {name: value or "" for name, value in zip(FILTERS, values, strict=True)}
    difficulty = named.pop("difficulty")
    return Wanted(difficulty=int(difficulty) if difficulty.isdecimal() else None, **named)
