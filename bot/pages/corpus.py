"""The Corpus page: browse and search the reports' questions, and bring in reports of one's own."""

from __future__ import annotations

from typing import Any

import gradio as gr

from bot.pages.bring_in import BringIn
from bot.pages.company_view import overview, rounds_view
from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import RAW, UNCHANGED, fragment, page_head
from bot.pages.markup import element, empty, inert
from bot.pages.question_tree import question_item
from bot.pages.texts import company_name, round_name, text
from bot.schema import Language
from bot.services import Services
from corpus.report import Question

MOST_HITS = 20
READ_ADDRESS = """() => {
  const asked = new URLSearchParams(location.search);
  return ["company", "round", "question", "q"].map((name) => asked.get(name) || "");
}"""
WRITE_ADDRESS = """(company, round, query) => {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({company, round, q: query})) if (value) asked.set(name, value);
  history.replaceState(null, "", location.pathname + (asked.size ? "?" + asked : ""));
}"""
SHOW_QUESTION = """() => requestAnimationFrame(() =>
  document.querySelector(".question-item.wanted")?.scrollIntoView({block: "center"}))"""


def corpus_page(blocks: gr.Blocks, services: Services, language: Language) -> None:
    """Builds the page inside the Blocks that are open."""
    page_head("corpus", language)
    _Corpus(services, language).connect(blocks)


class _Corpus:
    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        say = self.say
        self.question = gr.Textbox(visible="hidden", elem_classes="held", elem_id="wanted-question")
        fragment(element("h1", inert(say("corpus_title"))) + element("p", inert(say("corpus_lead")), "lead"))
        with gr.Row(elem_id="filters", elem_classes="card"):
            self.company = gr.Dropdown(label=say("company"), choices=[], elem_id="filter-company", min_width=180)
            self.round = gr.Dropdown(label=say("round"), choices=[], elem_id="filter-round", min_width=140)
            self.query = gr.Textbox(
                label=say("search"),
                placeholder=say("search_placeholder"),
                elem_id="query",
                scale=2,
                min_width=220,
            )
            self.find = gr.Button(say("search_button"), variant="primary", elem_id="find", scale=0, min_width=90)
        self.bring_in = BringIn(services, language)
        self.found = fragment(elem_id="found")

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def connect(self, blocks: gr.Blocks) -> None:
        """Says what happens on every event."""
        filters = [self.company, self.round, self.query]
        shown = [self.company, self.round, self.query, self.found, self.bring_in.own, self.bring_in.with_model]
        blocks.load(
            self.open, [self.company, self.round, self.question, self.query], shown, js=READ_ADDRESS, **RAW
        ).then(None, None, None, js=SHOW_QUESTION)
        self.company.input(self.choose_company, [self.company, self.query], [self.round, self.found], **RAW)
        gr.on([self.round.input, self.query.submit, self.find.click], self.show, filters, [self.found], **RAW)
        gr.on(
            [self.company.input, self.round.input, self.query.submit, self.find.click],
            None,
            filters,
            None,
            js=WRITE_ADDRESS,
        )
        for changed in self.bring_in.connect():
            changed.then(self.refresh, filters, [self.company, self.found], **RAW)

    def open(self, company: str, round_: str, question_id: str, query: str) -> dict[Any, Any]:
        """The page is opened: everything, or the company, question or search that the address names."""
        try:
            library = self.services.library
            wanted = library.by_id.get(question_id)
            if wanted is not None:
                company, round_ = wanted.company, wanted.round
            company = library.company_named(company) or ""
            round_ = round_ if round_ in library.rounds_of(company) else ""
            return {
                self.company: gr.update(choices=self._companies(), value=company),
                self.round: gr.update(choices=self._rounds(company), value=round_),
                self.query: query,
                self.found: self._shown(company, round_, query, question_id),
                self.bring_in.own: self.bring_in.listed(),
                self.bring_in.with_model: gr.update(visible=self.services.settings.has_endpoint),
            }
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return UNCHANGED

    def choose_company(self, company: str, query: str) -> dict[Any, Any]:
        return {
            self.round: gr.update(choices=self._rounds(company), value=""),
            self.found: self.show(company, "", query),
        }

    def show(self, company: str | None, round_: str | None, query: str) -> str:
        """What the filters and the search leave."""
        try:
            return self._shown(company or "", round_ or "", query)
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return empty(self.say("could_not"))

    def refresh(self, company: str | None, round_: str | None, query: str) -> dict[Any, Any]:
        """Reports came or went."""
        return {self.company: gr.update(choices=self._companies()), self.found: self.show(company, round_, query)}

    def _companies(self) -> list[tuple[str, str]]:
        names = self.services.library.all_companies
        return [(self.say("all"), ""), *((company_name(name, self.language), name) for name in names)]

    def _rounds(self, company: str) -> list[tuple[str, str]]:
        library = self.services.library
        names = library.rounds_of(company) if company else dict.fromkeys(r.name for r in library.rounds if r.questions)
        return [(self.say("all"), ""), *((round_name(name, self.language), name) for name in names)]

    def _shown(self, company: str, round_: str, query: str, wanted: str = "") -> str:
        if query.strip():
            hits = self.services.find(query, company or None, round_ or None, MOST_HITS).hits
            return self._hits([hit.question for hit in hits], query)
        library = self.services.library
        if not company and not round_:
            return overview(library, self.language)
        return rounds_view(library, self.services.problems, company, round_, self.language, wanted)

    def _hits(self, questions: list[Question], query: str) -> str:
        if not questions:
            return empty(self.say("search_nothing", query=query))
        items = "".join(
            element("li", question_item(question, self.services.problems, self.language, placed=True))
            for question in questions
        )
        told = element("p", inert(self.say("search_found", count=len(questions), query=query)), "quiet")
        return told + element("ol", items, "hits card")
