"""Code and arithmetic on the command line: problems, judge, drill."""

from __future__ import annotations

import itertools
import json
import os
import sys
from collections import deque
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from bot.cli.options import (
    CompanyOption,
    DataFolder,
    Json,
    LanguageOption,
    RoundOption,
    canonical_names,
    found_beside,
    print_checked,
    print_json,
    print_table,
    read_bytes,
    read_jsonl,
    say_if_none,
    services_for,
)
from bot.errors import BadInput, MianjingError, UnknownProblem, UsageError

if TYPE_CHECKING:
    from bot.problem_list import Row
    from bot.services import Services
    from sandbox.judge import Judge
    from sandbox.problem import JudgeResult, Problem

Status = Literal["solved", "tried", "untried"]
LANGUAGES: tuple[Literal["zh", "en"], ...] = ("zh", "en")
MOST_NAMED = 20
"""Topics that an error lists, the most frequent ones."""


def problems(
    company: CompanyOption = None,
    round_name: RoundOption = None,
    topic: Annotated[str | None, typer.Option(help="话题 (topic)")] = None,
    difficulty: Annotated[int | None, typer.Option(min=1, max=5, help="难度 (1 to 5)")] = None,
    kind: Annotated[
        str | None, typer.Option(help="algorithm、numpy、torch、cpp、systems、math_drill、bpe 之一 (kind)")
    ] = None,
    status: Annotated[Status | None, typer.Option(help="已通过、试过、没做过 (solved, tried or untried)")] = None,
    text: Annotated[str | None, typer.Option("--words", help="标题、话题或函数名里的词 (words to look for)")] = None,
    pick: Annotated[
        bool,
        typer.Option("--random", help="随机一题：这家公司问过的，没有就找最接近的 (one in the company's style)"),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="证明题目：对的解通过，错的解被判错 (prove the problems)")
    ] = False,
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="只检查这个文件夹 (with --check)")] = None,
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """编程题 (coding problems; those that fit the filters)."""
    from bot.catalogue import problem_row
    from bot.problem_list import Wanted, choices, filtered, random_row, rows_of, why_picked
    from bot.words import words

    filters = (company, round_name, topic, difficulty, kind, status, text)
    with services_for(data) as services:
        if check or folder is not None:
            if pick or any(given is not None for given in filters):
                raise UsageError("--check 不和筛选一起用 (--check takes no filters)")
            _check_problems(services, folder, as_json)
            return
        rows = tuple(row for row in rows_of(services) if row.slug in services.problems and row.status is not None)
        company, round_name = canonical_names(services, company, round_name)
        known = choices(rows)
        for name, given in (("kind", kind), ("topic", topic)):
            if given is not None and given not in known[name]:
                usual = [each for each, _ in known[name].most_common(MOST_NAMED)]
                near = get_close_matches(given, known[name], cutoff=0.5) or usual
                raise UsageError(f"--{name}: 没有 (no such) {given!r}；可选 (for instance): {', '.join(near)}")
        wanted = Wanted(
            company=company or "",
            round=round_name or "",
            topic=topic or "",
            difficulty=difficulty,
            kind=kind or "",
            status=status or "",
            words=text or "",
        )
        if pick:
            picked = random_row(rows, wanted)
            print(
                f"{why_picked(picked.reason, company, 'zh')} / {why_picked(picked.reason, company, 'en')}",
                file=sys.stderr,
            )
            found: tuple[Row, ...] = (picked.row,)
        else:
            found = filtered(rows, wanted)
        documents = [problem_row(services.problems[row.slug], row.status or "") for row in found]
        say_if_none(services, found, company, round_name)
    if as_json:
        print_json([document.model_dump(mode="json") for document in documents])
        return
    print_table(
        ("slug", "题目", "难度", "类别", "谁问过", "进度"),
        (
            (
                row.slug,
                row.title.zh,
                row.difficulty,
                row.kinds[0],
                "、".join(dict.fromkeys(f"{place.company} {place.round}".strip() for place in row.asked)),
                words(f"status_{row.status}", "zh"),
            )
            for row in found
        ),
    )


def _check_problems(services: Services, folder: Path | None, as_json: bool) -> None:
    from sandbox.check import check_folder
    from sandbox.library import FILES, SHIPPED, problem_folders, variant_folders

    given = (folder.resolve(),) if folder is not None else (SHIPPED, services.settings.problems_folder)
    folders: list[Path] = []
    for parent in given:
        if any((parent / name).is_file() for name in FILES):
            folders += [parent, *variant_folders(parent)]
        else:
            folders += problem_folders(parent)
    if not folders:
        raise BadInput(
            f"没有题目 (no problems in): {given[0]}; "
            "给出一个题目文件夹，或装着题目文件夹的文件夹 (give a problem's folder, or a folder of such folders)"
        )
    checked = [check_folder(found, services.judge) for found in folders]
    if as_json:
        print_json([{"slug": c.slug, "verdicts": c.verdicts, "complaints": c.complaints} for c in checked])
    else:
        print_checked((each.slug, each.complaints) for each in checked)
    if any(each.complaints for each in checked):
        raise BadInput("有题目没有通过检查 (some problems failed their check)")


def judge(
    slug: Annotated[str | None, typer.Argument(help="题目 (problem)")] = None,
    file: Annotated[Path | None, typer.Argument(help="代码文件，.cpp 按 C++ 判 (file with code; .cpp is C++)")] = None,
    samples: Annotated[bool, typer.Option("--samples", help="只跑样例，不计分 (samples only)")] = False,
    batch: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="每行 {slug, path} (one object a line)")
    ] = None,
    language: LanguageOption = "zh",
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """判一份代码 (judge a file of code)."""
    if (batch is None) == (slug is None or file is None):
        raise UsageError("请给出 SLUG 和 FILE，或者 --batch FILE.jsonl (give SLUG and FILE, or --batch)")
    with services_for(data) as services:
        if batch is not None:
            _judge_batch(services, batch, samples, language)
            return
        result = _judged(services.judge, services.problems, slug or "", file or Path(), samples, language)
    if as_json:
        print_json(result.model_dump(mode="json"))
        return
    counts = f"{result.passed}/{result.total}"
    print(f"{result.verdict.value}  {counts}  {result.seconds:.3f} s  [{result.isolation}]")
    if not result.cases and result.message:
        print(result.message)
    for case in result.cases:
        print(f"  {case.verdict.value:14} {case.name}  {case.message}")


def _judge_batch(services: Services, batch: Path, samples: bool, language: str) -> None:
    """One object a line, in order; a line that cannot be judged says why and does not stop the others."""
    judge, problems = services.judge, services.problems

    def document(line: dict[str, Any]) -> dict[str, Any]:
        slug, path = str(line.get("slug", "")), str(line.get("path", ""))
        try:
            result = _judged(judge, problems, slug, found_beside(path, batch), samples, language)
        except MianjingError as error:
            return {"slug": slug, "path": path, "error": str(error)}
        return result.model_dump(mode="json")

    failed = 0
    cores = os.cpu_count() or 1
    lines = iter(read_jsonl(batch))
    with ThreadPoolExecutor(cores) as pool:
        # Further ahead of what is printed than there are cores: behind a slow submission they find other work.
        running = deque(pool.submit(document, line) for line in itertools.islice(lines, 4 * cores))
        while running:
            done = running.popleft().result()
            running.extend(pool.submit(document, line) for line in itertools.islice(lines, 1))
            failed += "error" in done
            print(json.dumps(done, ensure_ascii=False), flush=True)
    if failed:
        raise BadInput(f"{failed} 行无法判题 (lines could not be judged)")


def _judged(
    judge: Judge, problems: Mapping[str, Problem], slug: str, path: Path, samples: bool, language: str
) -> JudgeResult:
    if slug not in problems:
        raise UnknownProblem(slug, problems)
    from sandbox.problem import language_of

    problem, code = problems[slug], read_bytes(path)
    return judge.judge(problem, code, samples_only=samples, language=language, code_language=language_of(path))


def drill(
    topic: Annotated[str | None, typer.Option(help="题目或话题 (topic)")] = None,
    seed: Annotated[int | None, typer.Option(help="随机种子 (seed)")] = None,
    check: Annotated[
        tuple[str, str] | None,
        typer.Option("--check", metavar="ID ANSWER", help="检查答案 (check an answer)"),
    ] = None,
    language: LanguageOption = "zh",
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """做一道计算题 (an arithmetic drill with fresh numbers)."""
    from sandbox.drill import check_answer, draw

    del data  # drills need no data folder; every command takes the flag
    if check is not None:
        checked = check_answer(check[0], check[1], language)
        if as_json:
            print_json(checked.model_dump(mode="json"))
        else:
            verdict = "对 (correct)" if checked.correct else "不对 (wrong)"
            print(f"{verdict}: {checked.expected}\n{checked.working}")
        return
    drawn = draw(topic, seed, language)
    if as_json:
        print_json(drawn.model_dump(mode="json"))
    else:
        print(f"[{drawn.id}] {drawn.text}")
