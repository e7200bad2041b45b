"""Rubric cards on the command line: which there are, whether they work, and a model's draft of what one lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import DataFolder, Json, LanguageOption, print_checked, print_json, print_table, services_for
from bot.errors import BadInput, UsageError
from bot.schema import Language
from bot.words import words

if TYPE_CHECKING:
    from bot.services import Services


def rubrics(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="检查这个文件夹，而不是自己的卡 (with --check)")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="检查评分卡：模型回答认得出，错误说法不得分 (whether the cards work)")
    ] = False,
    propose: Annotated[
        str | None,
        typer.Option(
            metavar="CARD", help="让模型给这张卡起草缺的回答、追问、提示 (let the model draft what a card lacks)"
        ),
    ] = None,
    accept: Annotated[str | None, typer.Option(metavar="SLUG", help="收下草稿 (make a draft a card)")] = None,
    language: LanguageOption = "zh",
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """评分卡 (rubric cards, shipped and your own)."""
    wishes = (check or folder is not None, propose is not None, accept is not None)
    if sum(wishes) > 1:
        raise UsageError("--check、--propose、--accept 一次用一个 (one of --check, --propose and --accept at a time)")
    with services_for(data) as services:
        if propose is not None:
            _propose(services, propose, language, as_json)
        elif accept is not None:
            _accept(services, accept, language, as_json)
        elif wishes[0]:
            _check(services, folder, language, as_json)
        else:
            _list(services, language, as_json)


def _list(services: Services, language: Language, as_json: bool) -> None:
    rows = [
        {
            "slug": slug,
            "title": card.title.in_language(language),
            "dimension": card.dimension.value,
            "difficulty": card.difficulty,
            "questions": len(services.asked_by(slug)),
            "own": slug in services.own_rubrics,
        }
        for slug, card in services.rubrics.items()
    ]
    if as_json:
        print_json(rows)
        return
    columns = ("slug", "题目", "维度", "难度", "问题数", "自己的")
    print_table(columns, ((*list(row.values())[:-1], "✓" if row["own"] else "") for row in rows))


def _check(services: Services, folder: Path | None, language: Language, as_json: bool) -> None:
    from bot.card_check import check_card
    from bot.scorers.lexical import LexicalScorer
    from rubrics.load import SHIPPED, card_files, load_own_rubrics, shown

    # The shipped cards take a minute, and the tests hold them to more.
    place = services.settings.rubrics_folder if folder is None else folder.resolve()
    files = card_files(place)
    if not files:
        raise BadInput(f"没有评分卡 (no rubric cards in): {place}")
    # A name that another card has is found by loading alone.
    errors = () if place in SHIPPED else load_own_rubrics(place).errors
    refused = {error.file: str(error) for error in errors}
    checked = []
    scorer = LexicalScorer()
    for file in files:
        found = check_card(file, scorer, language)
        if not found.complaints and (taken := refused.get(shown(file))):
            found = found.model_copy(update={"complaints": (taken,)})
        checked.append(found)
    if as_json:
        print_json([each.model_dump(mode="json") for each in checked])
    else:
        print_checked((each.slug, each.complaints) for each in checked)
    if any(each.complaints for each in checked):
        raise BadInput("有评分卡没有通过检查 (some cards failed their check)")


def _propose(services: Services, named: str, language: Language, as_json: bool) -> None:
    from bot.llm.card_drafting import draft_card, write_draft
    from bot.scorers.lexical import LexicalScorer
    from rubrics.load import load_rubrics, read_unfinished

    folder = services.settings.rubrics_folder
    file = next(
        (each for each in (Path(named), folder / f"{named}.yaml", folder / f"{named}.yml") if each.is_file()), None
    )
    if file is None:
        raise BadInput(words("card_not_found", "zh", card=named, folder=folder))
    unfinished = read_unfinished(file)
    slug = unfinished.card.slug
    if slug in load_rubrics():
        raise BadInput(words("card_shipped", "zh", slug=slug))
    if not unfinished.missing:
        raise BadInput(words("card_complete", language, file=file))
    endpoint = services.patient_chat()
    draft = draft_card(
        endpoint, unfinished, LexicalScorer(), model=services.settings.model_name or "", language=language
    )
    written = write_draft(draft, folder)
    if as_json:
        proposed = {"slug": slug, "file": str(written), "proposed": draft.proposed, "remarks": draft.remarks}
        print_json({**proposed, "card": draft.card.model_dump(mode="json")})
        return
    print(draft.document)
    for remark in draft.remarks:
        print(f"! {remark}")
    print(words("card_drafted", language, file=written, keys=", ".join(draft.proposed), slug=slug))


def _accept(services: Services, slug: str, language: Language, as_json: bool) -> None:
    from bot.card_check import check_card
    from bot.llm.card_drafting import accept_draft
    from bot.scorers.lexical import LexicalScorer

    file = accept_draft(slug, services.settings.rubrics_folder)
    checked = check_card(file, LexicalScorer(), language)
    if as_json:
        print_json(checked.model_dump(mode="json"))
        return
    print(words("card_accepted", language, file=file))
    for complaint in checked.complaints:
        print(f"! {complaint}")
