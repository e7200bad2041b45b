"""Bringing in reports of one's own on the Corpus page: choose files, look, correct, store; and forget them again.

What was read waits in the session's memory; nothing is on disk before it is stored, and the uploaded files, which
hold what is redacted, are deleted as soon as they were read.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr
from pydantic import TypeAdapter, ValidationError

from bot.data import Data
from bot.errors import BadInput
from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import QUIET, fragment
from bot.pages.markup import element, inert
from bot.pages.report_preview import READ_PLACES, preview, stored, table
from bot.pages.texts import company_name, text
from bot.schema import Language
from bot.services import Services
from corpus.ingest import Draft, Read
from corpus.parse import READABLE_SUFFIXES
from corpus.placing import Place, place_of

MOST_OWN = 200
"""Reports listed, the newest ones."""
SECONDS_BETWEEN_LINES = 0.2
ASK_AND_FORGET = """element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-forget]");
  if (button && confirm(button.dataset.sure)) trigger("submit", {file: button.dataset.forget});
});"""


class _Correction(Data):
    """Where a part of a draft belongs, as the page says."""

    draft: int
    part: int
    company: str
    round: str


_CORRECTIONS = TypeAdapter(list[_Correction])


class BringIn:
    """Components, built inside the Blocks that are open."""

    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        say = self.say
        self.waiting = gr.State([])
        self.places = gr.Textbox(visible="hidden", elem_classes="held", elem_id="places")
        with gr.Accordion(say("ingest_title"), open=False, elem_id="ingest"):
            fragment(element("p", inert(say("ingest_lead")), "quiet"))
            self.files = gr.File(
                label=say("ingest_files"),
                file_count="multiple",
                file_types=sorted(READABLE_SUFFIXES),
                type="filepath",
                height=140,
                elem_id="report-files",
            )
            self.with_model = gr.Checkbox(
                label=say("ingest_with_model"),
                info=say("ingest_with_model_info"),
                visible=False,
                elem_id="with-model",
            )
            self.preview = fragment(elem_id="preview")
            with gr.Row(visible=False, elem_id="decide") as self.decide:
                self.take_in = gr.Button(
                    say("ingest_button"), variant="primary", elem_id="take-in", elem_classes="once", min_width=120
                )
                self.cancel = gr.Button(say("ingest_cancel"), elem_id="cancel", min_width=120)
            self.told = fragment(elem_id="taken-in")
            self.own = fragment(elem_id="own-reports", js_on_load=ASK_AND_FORGET)
        self.outputs = [self.files, self.waiting, self.preview, self.decide, self.told, self.own]

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def connect(self) -> Any:
        """Says what happens on every event; the events after which the library has changed."""
        self.files.upload(self.read, [self.files, self.waiting, self.with_model], self.outputs, **QUIET)
        self.cancel.click(self.forget_drafts, None, self.outputs, **QUIET)
        kept = self.take_in.click(self.keep, [self.places, self.waiting], self.outputs, js=READ_PLACES, **QUIET)
        gone = self.own.submit(self.forget, None, [self.told, self.own], **QUIET)
        return kept, gone

    def read(self, files: list[str] | None, waiting: list[Read], with_model: bool) -> Iterator[dict[Any, Any]]:
        """Reads uploaded files and shows what is in them; the files are deleted."""
        paths = [Path(file) for file in files or ()]
        items = list(waiting or ())
        shown = 0.0
        try:
            found = self.services.ingestion.read(paths, uploads=True, with_model=with_model)
            for number, item in enumerate(found, start=1):
                items = [*(each for each in items if not _same_file(each, item)), item]
                if time.monotonic() - shown > SECONDS_BETWEEN_LINES:
                    shown = time.monotonic()
                    line = self.say("ingest_reading", number=number, total=len(paths), file=item.file)
                    yield {self.told: element("p", inert(line), "quiet")}
            yield {
                self.files: None,
                self.waiting: items,
                self.told: "",
                self.preview: preview(items, self.services.library.all_companies, self.language),
                self.decide: gr.update(visible=any(isinstance(item, Draft) for item in items)),
            }
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            yield {self.files: None, self.told: ""}
        finally:
            for uploaded in paths:
                uploaded.unlink(missing_ok=True)

    def forget_drafts(self) -> dict[Any, Any]:
        """Nothing is stored of what was read."""
        return {self.waiting: [], self.preview: "", self.decide: gr.update(visible=False), self.told: ""}

    def keep(self, places: str, waiting: list[Read]) -> Iterator[dict[Any, Any]]:
        """Stores what was read, with company and round as they stand in the fields."""
        try:
            if not waiting:
                gr.Info(inert(self.say("ingest_nothing")), title=self.say("notice"))
                yield self.forget_drafts()
                return
            items = self._corrected(waiting, places)
            yield {self.told: element("p", inert(self.say("ingest_storing", reports=len(items))), "quiet")}
            done = self.services.ingestion.store(items)
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            yield {self.told: ""}
            return
        yield {**self.forget_drafts(), self.told: stored(done, self.language), self.own: self.listed()}

    def _corrected(self, waiting: list[Read], places: str) -> list[Read]:
        try:
            corrections = _CORRECTIONS.validate_json(places or "[]")
        except ValidationError as error:
            raise BadInput(self.say("corrections_unreadable")) from error
        english = {company_name(name, self.language): name for name in self.services.library.all_companies}
        moved: dict[int, dict[int, Place]] = {}
        for each in corrections:
            company = english.get(each.company.strip(), each.company)
            moved.setdefault(each.draft, {})[each.part] = place_of(company, each.round)
        drafts = [item for item in waiting if isinstance(item, Draft)]
        others = [item for item in waiting if not isinstance(item, Draft)]
        return [*(draft.placed(moved.get(number, {})) for number, draft in enumerate(drafts)), *others]

    def forget(self, event: gr.EventData) -> dict[Any, Any]:
        """Takes back a stored report."""
        try:
            gone = self.services.ingestion.forget(str(event._data.get("file", "")))
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return {self.own: self.listed()}
        told = self.say("forgotten", file=gone.file, questions=gone.questions)
        return {self.told: element("p", inert(told), "quiet"), self.own: self.listed()}

    def listed(self) -> str:
        """The user's stored reports, the newest first, each with a button to forget it."""
        entries = self.services.shelf.entries()[::-1]
        rows = "".join(
            element(
                "tr",
                element("td", inert(entry.file))
                + element("td", inert("、".join(company_name(name, self.language) for name in entry.companies)))
                + element("td", str(entry.questions), "number")
                + element(
                    "td",
                    element(
                        "button",
                        inert(self.say("forget")),
                        type="button",
                        **{
                            "data-forget": entry.file,
                            "data-sure": self.say("forget_sure", file=entry.file, questions=entry.questions),
                        },
                    ),
                ),
            )
            for entry in entries[:MOST_OWN]
        )
        caption = self.say("own_reports", count=len(entries))
        return table(("ingest_file", "company", "ingest_questions", "forget"), rows, self.language, caption)


def _same_file(before: Read, now: Read) -> bool:
    """Whether a file was dropped a second time."""
    if isinstance(before, Draft) and isinstance(now, Draft):
        return before.entry.content == now.entry.content
    return type(before) is type(now) and before.file == now.file
