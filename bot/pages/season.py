"""A season on the page: its rounds with what each concluded, and what to study across them."""

from __future__ import annotations

from collections.abc import Iterable

from bot.pages import scorecard as sheet
from bot.pages.markup import badge, element, inert, link
from bot.pages.texts import company_name, path, round_name, text
from bot.schema import Language
from bot.season import SeasonRound, SeasonStanding
from bot.words import words
from corpus.library import Library


def overview(season: SeasonStanding, library: Library, language: Language) -> str:
    """The season, whole."""
    back = element("a", inert(text("review_back", language)), "quiet", href=path("review", language))
    heading = element("h1", inert(_name(season, language)))
    line = element("span", inert(f"{season.started[:10]} · {text(f'mode_{season.mode}', language)}"), "quiet")
    head = element("div", back + heading + line, "room-header")
    rounds = "".join(_round(season, each, language) for each in season.rounds)
    stopped = ""
    if season.stopped_at is not None:
        told = words("season_stopped", language, round=round_name(season.stopped_at, language))
        stopped = element("p", inert(told), "notice")
    study = ""
    if season.study:
        heading = element("h3", inert(words("season_study", language)))
        study = element("section", heading + sheet.study_items(season.study, library, language), "study card")
    return head + stopped + element("ol", rounds, "rows card season-rounds") + study


def rows(seasons: Iterable[SeasonStanding], language: Language) -> str:
    """All seasons as a list; nothing where there is none."""
    listed = "".join(_row(season, language) for season in seasons)
    if not listed:
        return ""
    return element("h2", inert(text("seasons_title", language))) + element("ul", listed, "rows card")


def onward(season: SeasonStanding, language: Language) -> str:
    """From the end of a round to the next, and to the season."""
    there = link(text("to_season", language), "review", language, "button", season=season.id)
    due = season.due
    if due is None:
        return there
    return _go(season, due, language, "button primary") + there


def _row(season: SeasonStanding, language: Language) -> str:
    steps = " → ".join(
        f"{round_name(each.round, language)} {words(each.recommendation or each.state, language)}"
        for each in season.rounds
    )
    due = _go(season, season.due, language, "button small") if season.due else badge(words("finished", language))
    name = link(_name(season, language), "review", language, season=season.id)
    return element("li", name + element("span", inert(steps), "quiet") + element("span", due, "badges"))


def _round(season: SeasonStanding, each: SeasonRound, language: Language) -> str:
    name = round_name(each.round, language)
    shown = (
        link(name, "review", language, interview=each.interview)
        if each.interview is not None
        else element("span", inert(name))
    )
    marks = ""
    if each.recommendation is not None:
        marks += sheet.recommendation_badge(each.recommendation, language)
    if each.fraction is not None:
        marks += badge(f"{each.fraction:.0%}", f"percent {sheet.share_tone(each.fraction)}")
    if each.state != "finished":
        marks += badge(words(each.state, language), "open" if each.interview else "neutral")
    if each == season.due:
        marks += _go(season, each, language, "button small primary")
    return element("li", shown + element("span", marks, "badges"))


def _go(season: SeasonStanding, due: SeasonRound, language: Language, kind: str) -> str:
    key = "season_begin_round" if due.interview is None else "season_continue_round"
    label = text(key, language, round=round_name(due.round, language))
    return link(label, "", language, kind, season=season.id)


def _name(season: SeasonStanding, language: Language) -> str:
    return f"{company_name(season.company, language)} · {text('whole_season', language)}"
