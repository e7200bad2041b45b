"""A season on the command line: the rounds of one company, one after another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from bot.cli.options import CompanyOption, DataFolder, Json, LanguageOption, print_json, print_table, services_for

if TYPE_CHECKING:
    from bot.season import SeasonStanding


def season(
    company: CompanyOption = None,
    resume: Annotated[Path | None, typer.Option(metavar="FILE", help="简历 (CV: PDF, DOCX, MD, TXT)")] = None,
    language: LanguageOption = "zh",
    mode: Annotated[Literal["real", "practice"], typer.Option(help="实战或练习 (real or practice)")] = "real",
    seed: Annotated[int | None, typer.Option(help="随机种子 (seed)")] = None,
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """整季：一家公司的各轮依次面完；不带公司就列出来 (a whole season, begun or continued; without a company, the list).

    加 --json 只建好该面的那一轮，再用 mianjing interview --continue ID 去面 (begins the round that is due, no more).
    """
    from bot.resume.reading import read_resume
    from bot.season import begin_season, due_round, standing, standings, unfinished_season
    from bot.terminal import hold_in_terminal

    with services_for(data) as services:
        if company is None:
            _print_list(standings(services), as_json)
            return
        current = unfinished_season(services, company) or begin_season(
            services,
            company=company,
            language=language,
            mode=mode,
            seed=seed,
            resume=read_resume(resume) if resume is not None else None,
        )
        held = due_round(services, current)
        if not as_json:
            hold_in_terminal(held)
        now = standing(services, current)
    if as_json:
        print_json(now.model_dump(mode="json"))
    elif held.is_over:
        _print_standing(now)


def _print_list(seasons: tuple[SeasonStanding, ...], as_json: bool) -> None:
    if as_json:
        print_json([each.model_dump(mode="json") for each in seasons])
        return
    print_table(
        ("id", "公司", "开始", "各轮"),
        ((s.id, s.company, s.started[:16].replace("T", " "), " → ".join(_rounds(s))) for s in seasons),
    )


def _rounds(season: SeasonStanding) -> list[str]:
    from bot.words import words

    return [f"{each.round}（{words((each.recommendation or each.state), season.language)}）" for each in season.rounds]


def _print_standing(season: SeasonStanding) -> None:
    from rich.console import Console
    from rich.text import Text

    from bot.words import words

    def say(key: str, **names: Any) -> str:
        return words(key, season.language, **names)

    console = Console()
    lines = [say("season_title", company=season.company, id=season.id), " → ".join(_rounds(season))]
    if season.stopped_at is not None:
        lines.append(say("season_stopped", round=season.stopped_at))
    if season.study:
        lines.append(say("season_study"))
        lines += [f"  {number}. {item.topic}" for number, item in enumerate(season.study, start=1)]
    if season.due is not None:
        lines.append(say("season_next", round=season.due.round, company=season.company))
    console.print()
    for line in lines:
        console.print(Text(line))
