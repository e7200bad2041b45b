"""The corpus on the command line: companies, questions, ingest, search."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import (
    CompanyOption,
    DataFolder,
    Json,
    RoundOption,
    canonical_names,
    print_json,
    print_table,
    services_for,
)
from bot.errors import BadInput
from corpus.report import Kind


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
    if as_json:
        print_json([row.model_dump(mode="json") for row in rows])
        return
    print_table(
        ("id", "公司", "轮次", "日期", "题型", "问题", "出处"),
        ((r.id, r.company, r.round, r.date, r.kind, r.text, " ".join(map(str, r.source))) for r in rows),
    )


def ingest(paths: list[Path], as_json: Json = False, data: DataFolder = None) -> None:
    """导入自己的面经文件或文件夹 (take in your own reports)."""
    with services_for(data) as services:
        done = services.ingest(paths)
    if as_json:
        print_json(done.model_dump(mode="json"))
    else:
        for skipped in done.skipped:
            print(f"跳过 (skipped) {skipped.file}:{skipped.line} {skipped.reason}", file=sys.stderr)
        for file in done.files:
            print(f"{file.file}: {file.questions} 题 ({'、'.join(file.companies)})")
        print(f"{done.reports} 份面经，新增 {done.questions} 题，重复 {done.duplicates} 题")
    if not done.files:
        raise BadInput("没有可以导入的面经 (nothing could be ingested)")


def search(
    query: str,
    company: CompanyOption = None,
    round_name: RoundOption = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="条数 (how many)")] = 5,
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """按意思找问题 (find questions by meaning)."""
    with services_for(data) as services:
        company, round_name = canonical_names(services, company, round_name)
        hits = services.search.search(query, company, round_name, k)
    rows = [
        {
            "id": hit.question.id,
            "text": hit.question.text,
            "company": hit.question.company,
            "round": hit.question.round,
            "date": hit.question.date,
            "score": hit.score,
            "source": [source.model_dump() for source in hit.question.source],
        }
        for hit in hits
    ]
    if as_json:
        print_json({"query": query, "hits": rows})
        return
    print_table(
        ("公司", "轮次", "问题", "出处"),
        ((h.question.company, h.question.round, h.question.text, " ".join(map(str, h.question.source))) for h in hits),
    )
