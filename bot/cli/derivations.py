"""Derivations on the command line: one step after the other, each checked by computing."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.options import DataFolder, Json, LanguageOption, print_json


def derive(
    topic: Annotated[str | None, typer.Option(help="题目或话题 (topic)")] = None,
    seed: Annotated[int | None, typer.Option(help="随机种子 (seed)")] = None,
    check: Annotated[
        tuple[str, int, str] | None,
        typer.Option("--check", metavar="ID STEP ANSWER", help="检查一步的答案 (check a step's answer)"),
    ] = None,
    hint: Annotated[
        tuple[str, int] | None, typer.Option("--hint", metavar="ID STEP", help="要一个提示 (a nudge for a step)")
    ] = None,
    language: LanguageOption = "zh",
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """一步一步地推导，每一步答一个数或一个式子 (a derivation in steps that are checked)."""
    from sandbox import derivation

    del data  # derivations need no data folder; every command takes the flag
    if hint is not None:
        text = derivation.hint(*hint, language)
        if as_json:
            print_json({"hint": text})
        else:
            print(text)
        return
    if check is not None:
        checked = derivation.check_step(*check, language)
        if as_json:
            print_json(checked.model_dump(mode="json"))
        else:
            verdict = "对 (correct)" if checked.correct else "不对 (wrong)"
            print(
                "\n".join(
                    [f"{verdict}: {checked.expected}", checked.working, *([checked.next] if checked.next else [])]
                )
            )
        return
    begun = derivation.begin(topic, seed, language)
    if as_json:
        print_json(begun.model_dump(mode="json"))
    else:
        print(f"[{begun.id}] {begun.title}\n{begun.text}")
