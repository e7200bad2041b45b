"""The corpus on the command line: companies, questions, ingest, search."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import (
    CompanyOption,
    DataFolder,
    Json,
    RoundOption,
    canonical_names,
    print_json,
    print_table,
    say_if_none,
    services_for,
)
from bot.errors import BadInput
from corpus.report import Kind

if TYPE_CHECKING:
    from corpus.ingest import Progress, Read
    from corpus.search import Hit


def companies(as_json: Json = False, data: DataFolder = None) -> None:
    """有哪些公司和轮次 (companies and their rounds)."""
    from bot.catalogue import company_rows

    with services_for(data) as services:
        rows = company_rows(services.library)
    if as_json:
        print_json([row.model_dump(mode="json") for row in rows])
        return
    asked = [row for row in rows if row.questions]
    print_table(
        ("公司", "company", "题数", "轮次", "结果"),
        (
            (
                r.company,
                r.company_en,
                r.questions,
                "、".join(f"{x.round}({x.questions})" for x in r.rounds),
                r.outcome,
            )
            for r in asked
        ),
    )


def questions(
    company: CompanyOption = None,
    round_name: RoundOption = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="题型 (kind)")] = None,
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """面经里的问题，带出处 (questions with their sources)."""
    from bot.catalogue import question_row

    with services_for(data) as services:
        company, round_name = canonical_names(services, company, round_name)
        found = services.library.questions(company, round_name, kind)
        rows = [question_row(question, services.problems) for question in found]
        say_if_none(services, rows, company, round_name)
    if as_json:
        print_json([row.model_dump(mode="json") for row in rows])
        return
    print_table(
        ("id", "公司", "轮次", "日期", "题型", "问题", "出处"),
        ((r.id, r.company, r.round, r.date, r.kind, r.text, " ".join(map(str, r.source))) for r in rows),
    )


def ingest(
    paths: list[Path],
    company: Annotated[
        str | None, typer.Option("--company", help="认不出公司时算哪家 (company of what names none)")
    ] = None,
    round_name: Annotated[
        str | None, typer.Option("--round", help="认不出轮次时算哪轮 (round of what names none)")
    ] = None,
    with_model: Annotated[
        bool,
        typer.Option("--with-model", help="让模型判断每行是什么 (the model tells what each line is)"),
    ] = False,
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """导入自己的面经文件或文件夹 (take in your own reports)."""
    from corpus.ingest import Draft
    from corpus.placing import place_of

    # Names are looked up only where some are given: a folder of unchanged files needs none of them.
    place = place_of(company or "", round_name or "") if company or round_name else None
    with services_for(data) as services, _progress(shown=not as_json) as (step, stage):

        def placed() -> Iterator[Read]:
            for item in services.ingestion.read(paths, progress=step, with_model=with_model):
                yield item.with_default(place) if place is not None and isinstance(item, Draft) else item
            stage("建索引 (indexing)")

        done = services.ingestion.store(placed())
    if as_json:
        print_json(done.model_dump(mode="json"))
    else:
        for skipped in done.skipped:
            print(f"跳过 (skipped) {skipped.file}:{skipped.line} {skipped.reason}", file=sys.stderr)
        for file in done.files:
            places = "、".join(f"{x.company} {x.round} {x.questions}" for x in file.rounds)
            print(f"{file.file}: {file.questions} 题 ({places})")
        for replaced in done.replaced:
            print(f"更新 (replaced) {replaced}")
        print(
            f"{done.reports} 份面经，新增 {done.questions} 题，重复 {done.duplicates} 题 "
            f"({done.reports} report(s), {done.questions} new question(s), {done.duplicates} known already)"
        )
    if not done.files and not done.duplicates:
        raise BadInput("没有可以导入的面经 (nothing could be ingested)")


@contextmanager
def _progress(*, shown: bool) -> Iterator[tuple[Progress, Callable[[str], None]]]:
    """A line on a terminal's standard error: how far reading is, and what comes after."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn()
    with Bar(*columns, console=console, transient=True, disable=not shown or not console.is_terminal) as bar:
        task = bar.add_task("读取 (reading)", total=None)
        yield (
            lambda number, total, name: bar.update(task, completed=number, total=total, description=name),
            lambda description: bar.update(task, description=description),
        )


def forget(
    file: Annotated[str, typer.Argument(help="面经的名字或路径 (name or path of the report)")],
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """删掉导入过的一份面经 (take a report back)."""
    with services_for(data) as services:
        gone = services.ingestion.forget(file)
    if as_json:
        print_json({"file": gone.file, "questions": gone.questions})
        return
    places = "、".join(f"{entry.company} {entry.round}" for entry in gone.rounds)
    print(f"删掉了 {gone.file}: {gone.questions} 题 (forgotten, {gone.questions} question(s)): {places}")


def reindex(as_json: Json = False, data: DataFolder = None) -> None:
    """重建题库索引 (make all vectors anew)."""
    begun = time.perf_counter()
    with services_for(data) as services:
        questions = services.ingestion.reindex()
        collection = services.index.info()["collection"]
    seconds = round(time.perf_counter() - begun, 3)
    if as_json:
        print_json({"questions": questions, "collection": collection, "seconds": seconds})
    else:
        print(f"重建了 {questions} 题的索引 (rebuilt, {questions} questions): {collection}, {seconds} s")


def search(
    query: Annotated[str, typer.Argument(help="要找什么 (what to look for)")],
    company: CompanyOption = None,
    round_name: RoundOption = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="条数 (how many)")] = 5,
    explain: Annotated[bool, typer.Option("--explain", help="说明为什么找到 (say what found each)")] = False,
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """按意思找问题，会认出里面的公司和轮次 (find questions by meaning; companies and rounds within are understood)."""
    from bot.words import words

    with services_for(data) as services:
        company, round_name = canonical_names(services, company, round_name)
        found = services.find(query, company, round_name, k)
    understood = found.understood
    for note in found.notes:
        told = (words(f"search_{note}", x, company=understood.company, round=understood.round) for x in ("zh", "en"))
        print(" / ".join(told), file=sys.stderr)
    if as_json:
        document: dict[str, object] = {"query": query, "hits": [_hit(hit, explain=explain) for hit in found.hits]}
        if explain:
            document["understood"] = understood.model_dump(mode="json", exclude={"lists_all"})
            document["notes"] = found.notes
        print_json(document)
        return
    columns = ["公司", "轮次", "问题", "出处"]
    if explain:
        names = {"公司": understood.company, "轮次": understood.round, "题型": understood.kind, "其余": understood.rest}
        print("，".join(f"{name}: {value}" for name, value in names.items() if value))
        columns += ["score", "found by (rank, score)"]
    print_table(columns, (_hit_row(hit, explain=explain) for hit in found.hits))


def _hit(hit: Hit, *, explain: bool) -> dict[str, object]:
    question = hit.question
    shown: dict[str, object] = {
        "id": question.id,
        "text": question.text,
        "company": question.company,
        "round": question.round,
        "date": question.date,
        "score": hit.score,
        "source": [source.model_dump() for source in question.source],
    }
    if explain:
        shown["found_by"] = hit.found_by
        shown["parts"] = {name: part.model_dump() for name, part in hit.parts.items()}
    return shown


def _hit_row(hit: Hit, *, explain: bool) -> list[object]:
    question = hit.question
    row: list[object] = [question.company, question.round, question.text, " ".join(map(str, question.source))]
    if explain:
        parts = (f"{name} #{part.rank} {part.score:.2f}" for name, part in hit.parts.items())
        row += [f"{hit.score:.2f}", ", ".join(parts)]
    return row
