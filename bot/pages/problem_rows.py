"""The list of problems as HTML: one row each, variants below their problem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.pages.markup import badge, bullets, element, empty, inert, link
from bot.pages.texts import company_name, round_name, text
from bot.problem_list import DERIVATION, DRILL, STATUSES, Asked, Row
from bot.schema import Language
from bot.words import words
from corpus.companies import UNKNOWN_ROUND

MOST_ASKERS = 3
"""Named in a row; the problem's own page names all."""
TONES = {"solved": "good", "tried": "middling", "untried": "neutral"}


def problem_list(rows: Sequence[Row], shown: Sequence[Row], language: Language) -> str:
    """The rows that the filters leave of all rows, with counts."""
    if not shown:
        return empty(text("problems_nothing", language))
    slugs = {row.slug for row in shown}
    titles = {row.slug: row.title.in_language(language) for row in rows}
    below: dict[str, list[Row]] = {}
    for row in shown:
        if row.parent in slugs:
            below.setdefault(row.parent or "", []).append(row)

    def item(row: Row) -> str:
        of = titles.get(row.parent or "", "") if row.parent not in slugs else ""
        variants = "".join(map(item, below.get(row.slug, ())))
        nested = element("ul", variants, "variants") if variants else ""
        kind = "problem-row variant" if row.parent else "problem-row"
        return element("li", problem_row(row, language, of) + nested, kind, **{"data-slug": row.slug})

    items = "".join(item(row) for row in shown if row.parent not in slugs)
    return element("p", inert(_counted(rows, shown, language)), "quiet") + element("ul", items, "problem-list card")


def _counted(rows: Sequence[Row], shown: Sequence[Row], language: Language) -> str:
    counts = Counter(row.status for row in shown)
    told = [text("problems_shown", language, shown=len(shown), total=len(rows))]
    told += [f"{words(f'status_{status}', language)} {counts[status]}" for status in STATUSES if counts[status]]
    return " · ".join(told)


def problem_row(row: Row, language: Language, variant_of: str = "") -> str:
    """One row. variant_of: title of its problem, where that is not in sight."""
    page, name = (row.kinds[0], "id") if row.kinds[0] in (DRILL, DERIVATION) else ("problem", "slug")
    head = link(row.title.in_language(language), page, language, "title", **{name: row.slug})
    if variant_of or row.parent:
        head += badge(text("variant_of", language, title=variant_of) if variant_of else text("variant", language))
    told = [" ".join(row.topics), askers(row.asked, language)]
    return element("div", head + marks(row, language), "head") + element(
        "div", inert(" · ".join(filter(None, told))), "cited"
    )


def marks(row: Row, language: Language) -> str:
    """Badges of difficulty, kinds and status."""
    shown = badge(text(f"difficulty_{row.difficulty}", language), "round") if row.difficulty else ""
    shown += "".join(badge(kind_name(kind, language)) for kind in row.kinds)
    if row.status is not None:
        shown += badge(words(f"status_{row.status}", language), f"status {TONES[row.status]}")
    return element("span", shown, "badges")


def kind_name(kind: str, language: Language) -> str:
    return text.get(f"category_{kind}", language) or kind


def askers(asked: Iterable[Asked], language: Language) -> str:
    """Who asked it, each company and round once."""
    names = list(dict.fromkeys(f"{company_name(a.company, language)} {_round(a, language)}".strip() for a in asked))
    more = text("askers_more", language, count=len(names) - MOST_ASKERS) if len(names) > MOST_ASKERS else ""
    return "、".join(names[:MOST_ASKERS]) + more


def asked_list(asked: Iterable[Asked], language: Language) -> str:
    """Every place where it was asked for, with a link to the question in the corpus."""
    items: dict[str, str] = {}
    for each in asked:
        where = (company_name(each.company, language), _round(each, language), each.date or "", str(each.source))
        told = " · ".join(filter(None, where))
        linked = link(told, "corpus", language, question=each.question) if each.question else inert(told)
        # Two questions may stand on one line of a report.
        items.setdefault(told, linked)
    return bullets(items.values(), "asked-by")


def _round(asked: Asked, language: Language) -> str:
    return round_name(asked.round, language) if asked.round not in ("", UNKNOWN_ROUND) else ""
