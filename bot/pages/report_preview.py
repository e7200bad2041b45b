"""What reading report files gave, as HTML: drafts whose parts can be put elsewhere, and what was left out.

Company and round of each part are plain form fields; `READ_PLACES` gathers them in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.pages.markup import badge, element, inert
from bot.pages.texts import company_name, round_name, text
from bot.schema import Language
from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND, round_names
from corpus.ingest import Draft, Ingested, Known, Read
from corpus.parse import Skipped
from corpus.report import Round

FIRST_QUESTIONS = 3
MOST_SKIPPED = 200
READ_PLACES = """(...given) => {
  const parts = [...document.querySelectorAll("#preview [data-part]")];
  given[0] = JSON.stringify(parts.map((part) => ({
    draft: Number(part.dataset.draft),
    part: Number(part.dataset.part),
    company: part.querySelector("input").value,
    round: part.querySelector("select").value,
  })));
  return given;
}"""


def preview(items: Sequence[Read], companies: Iterable[str], language: Language) -> str:
    """All that was read, before it is stored.

    Args:
        companies: Names to choose from; others can be typed.
    """
    drafts = [item for item in items if isinstance(item, Draft)]
    places = [round_ for draft in drafts for round_ in draft.report.rounds if round_.questions]
    unknown = sum(r.company == UNKNOWN_COMPANY or r.name == UNKNOWN_ROUND for r in places)
    count = sum(draft.questions for draft in drafts)
    told = element("p", inert(text("preview_line", language, reports=len(drafts), questions=count)))
    if unknown:
        told += element("p", badge(text("preview_unknown", language, count=unknown), "middling"))
    choices = "".join(element("option", "", value=company_name(name, language)) for name in companies)
    known = [item for item in items if isinstance(item, Known)]
    left_out = [item for item in items if isinstance(item, Skipped)]
    return (
        (told if drafts else "")
        + element("datalist", choices, id="known-companies")
        + "".join(_draft(number, draft, language) for number, draft in enumerate(drafts))
        + element("ul", "".join(_known(item, language) for item in known), "known-files quiet")
        + skipped_table(left_out, language, text("preview_refused", language, count=len(left_out)))
    )


def _draft(number: int, draft: Draft, language: Language) -> str:
    head = element("h3", inert(draft.file)) + element(
        "span", inert(text("company_line", language, questions=draft.questions)), "quiet"
    )
    if draft.replaces is not None:
        head += badge(text("preview_replaces", language, questions=draft.replaces), "neutral")
    parts = "".join(
        _part(number, index, round_, language) for index, round_ in enumerate(draft.report.rounds) if round_.questions
    )
    skipped = skipped_table(draft.skipped, language)
    if skipped:
        summary = element("summary", inert(text("ingest_skipped", language, count=len(draft.skipped))), "quiet")
        skipped = element("details", summary + skipped)
    return element("section", element("div", head, "draft-head") + parts + skipped, "draft")


def _part(number: int, index: int, round_: Round, language: Language) -> str:
    unknown = round_.company == UNKNOWN_COMPANY, round_.name == UNKNOWN_ROUND
    shown_company = "" if unknown[0] else company_name(round_.company, language)
    hint = inert(company_name(UNKNOWN_COMPANY, language))
    company = f'<input list="known-companies" maxlength="60" value="{inert(shown_company)}" placeholder="{hint}">'
    names = dict.fromkeys((*round_names(), round_.name))
    options = "".join(
        element("option", inert(round_name(name, language)), value=name, **_chosen(name == round_.name))
        for name in names
    )
    fields = (
        _field(text("company", language), company, unknown[0])
        + _field(text("round", language), element("select", options), unknown[1])
        + element(
            "span",
            inert(f"{round_.date or text('no_date', language)} · ")
            + inert(text("company_line", language, questions=len(round_.questions))),
            "quiet",
        )
    )
    first = "".join(
        element(
            "li",
            inert(question.text) + " " + element("span", inert(str(question.source[0])), "cited"),
            "follows" if question.follows else "",
        )
        for question in round_.questions[:FIRST_QUESTIONS]
    )
    rest = len(round_.questions) - FIRST_QUESTIONS
    more = element("p", inert(text("preview_more", language, count=rest)), "quiet") if rest > 0 else ""
    return element(
        "div",
        element("div", fields, "fields") + element("ol", first, "first-questions") + more,
        "part unknown" if any(unknown) else "part",
        **{"data-draft": str(number), "data-part": str(index)},
    )


def _chosen(chosen: bool) -> dict[str, str]:
    return {"selected": ""} if chosen else {}


def _field(label: str, control: str, unknown: bool) -> str:
    return element("label", element("span", inert(label)) + control, "unknown" if unknown else "")


def _known(item: Known, language: Language) -> str:
    key = "preview_copy" if item.is_copy else "preview_known"
    return element("li", inert(text(key, language, file=item.file, stored=item.entry.file)))


def stored(done: Ingested, language: Language) -> str:
    """What storing did."""
    told = text("ingest_done", language, reports=done.reports, questions=done.questions, duplicates=done.duplicates)
    files = "".join(
        element(
            "tr",
            element("td", inert(file.file))
            + element("td", inert("、".join(company_name(name, language) for name in file.companies)))
            + element("td", str(file.questions), "number"),
        )
        for file in done.files
    )
    return (
        element("p", badge(told, "good" if done.questions else "neutral"))
        + "".join(element("p", inert(replaced), "quiet") for replaced in done.replaced)
        + table(("ingest_file", "company", "ingest_questions"), files, language)
        + skipped_table(done.skipped, language, text("ingest_skipped", language, count=len(done.skipped)))
    )


def skipped_table(skipped: Sequence[Skipped], language: Language, caption: str = "") -> str:
    """Places that were left out, with the reason; nothing when there are none."""
    rows = "".join(
        element("tr", element("td", inert(f"{each.file}:{each.line}")) + element("td", inert(each.reason)))
        for each in skipped[:MOST_SKIPPED]
    )
    if len(skipped) > MOST_SKIPPED:
        more = inert(text("preview_more", language, count=len(skipped) - MOST_SKIPPED))
        rows += element("tr", element("td", more, colspan="2"))
    return table(("ingest_place", "ingest_reason"), rows, language, caption)


def table(heads: tuple[str, ...], rows: str, language: Language, caption: str = "") -> str:
    """A table with translated heads; nothing without rows."""
    if not rows:
        return ""
    cells = "".join(element("th", inert(text(key, language)), scope="col") for key in heads)
    titled = element("caption", inert(caption)) if caption else ""
    body = titled + element("thead", element("tr", cells)) + element("tbody", rows)
    return element("div", element("table", body), "scrolls")
