"""The Corpus page: browse and search the reports' questions, and bring in reports of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

from bot.catalogue import company_rows
from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import QUIET, RAW, fragment, page_head
from bot.pages.markup import badge, bullets, element, empty, inert, link
from bot.pages.question_tree import question_item, round_section
from bot.pages.texts import company_name, round_name, text
from bot.schema import Language
from bot.services import Services
from corpus.ingest import Ingested
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
        self.found = fragment(elem_id="found")
        with gr.Accordion(say("ingest_title"), open=False, elem_id="ingest"):
            fragment(element("p", inert(say("ingest_lead")), "quiet"))
            self.files = gr.File(
                label=say("ingest_files"),
                file_count="multiple",
                file_types=[".md", ".markdown", ".txt"],
                type="filepath",
                height=140,
                elem_id="report-files",
            )
            self.take_in = gr.Button(say("ingest_button"), elem_id="take-in", elem_classes="once")
            self.taken_in = fragment(elem_id="taken-in")

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def connect(self, blocks: gr.Blocks) -> None:
        """Says what happens on every event."""
        filters = [self.company, self.round, self.query]
        shown = [self.company, self.round, self.query, self.found]
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
        self.take_in.click(
            self.ingest, [self.files], [self.files, self.taken_in, self.company, self.take_in], **QUIET
        ).then(self.show, filters, [self.found], **RAW)

    def open(self, company: str, round_: str, question_id: str, query: str) -> dict[Any, Any]:
        """The page is opened: everything, or the company, question or search that the address names."""
        try:
            library = self.services.library
            wanted = library.by_id.get(question_id)
            if wanted is not None:
                company, round_ = wanted.company, wanted.round
            company = company if company in library.companies else ""
            round_ = round_ if round_ in library.rounds_of(company) else ""
            return {
                self.company: gr.update(choices=self._companies(), value=company),
                self.round: gr.update(choices=self._rounds(company), value=round_),
                self.query: query,
                self.found: self._shown(company, round_, query, question_id),
            }
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return {}

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

    def ingest(self, files: list[str] | None) -> dict[Any, Any]:
        """Takes in uploaded reports; the uploaded files, which hold what is redacted, are deleted."""
        if not files:
            gr.Info(inert(self.say("ingest_nothing")), title=self.say("notice"))
            return {self.taken_in: gr.skip()}
        paths = [Path(file) for file in files]
        try:
            done = self.services.ingest(paths)
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return {self.files: None}
        finally:
            for uploaded in paths:
                uploaded.unlink(missing_ok=True)
        return {
            self.files: None,
            self.taken_in: self._ingested(done),
            self.company: gr.update(choices=self._companies()),
        }

    def _companies(self) -> list[tuple[str, str]]:
        names = self.services.library.companies
        return [(self.say("all"), ""), *((company_name(name, self.language), name) for name in names)]

    def _rounds(self, company: str) -> list[tuple[str, str]]:
        library = self.services.library
        names = library.rounds_of(company) if company else dict.fromkeys(r.name for r in library.rounds if r.questions)
        return [(self.say("all"), ""), *((round_name(name, self.language), name) for name in names)]

    def _shown(self, company: str, round_: str, query: str, wanted: str = "") -> str:
        if query.strip():
            hits = self.services.search.search(query, company or None, round_ or None, MOST_HITS)
            return self._hits([hit.question for hit in hits], query)
        if not company and not round_:
            return self._overview()
        rounds = [
            section
            for section in self.services.library.rounds
            if section.questions and company in ("", section.company) and round_ in ("", section.name)
        ]
        problems = self.services.problems
        return "".join(round_section(section, problems, self.language, wanted) for section in rounds) or empty(
            self.say("found_nothing")
        )

    def _hits(self, questions: list[Question], query: str) -> str:
        if not questions:
            return empty(self.say("search_nothing", query=query))
        items = "".join(
            element("li", question_item(question, self.services.problems, self.language, placed=True))
            for question in questions
        )
        told = element("p", inert(self.say("search_found", count=len(questions), query=query)), "quiet")
        return told + element("ol", items, "hits card")

    def _overview(self) -> str:
        rows = company_rows(self.services.library)
        cards = "".join(
            element(
                "li",
                element(
                    "h3",
                    link(company_name(row.company, self.language), "corpus", self.language, company=row.company),
                )
                + element("p", inert(self.say("company_line", questions=row.questions)), "quiet")
                + bullets(
                    (
                        link(
                            f"{round_name(entry.round, self.language)} · {entry.questions}",
                            "corpus",
                            self.language,
                            company=row.company,
                            round=entry.round,
                        )
                        for entry in row.rounds
                    ),
                    "chips",
                )
                + (element("p", inert(self.say("ended", outcome=row.outcome)), "quiet") if row.outcome else ""),
                "card",
            )
            for row in rows
            if row.questions
        )
        named = "、".join(company_name(row.company, self.language) for row in rows if not row.questions)
        more = element("p", inert(self.say("named_only", names=named)), "quiet") if named else ""
        return element("ul", cards, "companies") + more

    def _ingested(self, done: Ingested) -> str:
        told = self.say("ingest_done", reports=done.reports, questions=done.questions, duplicates=done.duplicates)
        files = "".join(
            element(
                "tr",
                element("td", inert(file.file))
                + element("td", inert("、".join(company_name(name, self.language) for name in file.companies)))
                + element("td", str(file.questions), "number"),
            )
            for file in done.files
        )
        skipped = "".join(
            element(
                "tr",
                element("td", inert(f"{passed.file}:{passed.line}")) + element("td", inert(passed.reason)),
            )
            for passed in done.skipped
        )
        return (
            element("p", badge(told, "good" if done.questions else "neutral"))
            + self._table(("ingest_file", "company", "ingest_questions"), files)
            + self._table(
                ("ingest_place", "ingest_reason"),
                skipped,
                self.say("ingest_skipped", count=len(done.skipped)),
            )
        )

    def _table(self, heads: tuple[str, ...], rows: str, caption: str = "") -> str:
        if not rows:
            return ""
        cells = "".join(element("th", inert(self.say(key)), scope="col") for key in heads)
        titled = element("caption", inert(caption)) if caption else ""
        body = titled + element("thead", element("tr", cells)) + element("tbody", rows)
        return element("div", element("table", body), "scrolls")
