"""Interviews on the command line: interview, review, score."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from bot.cli.options import (
    CompanyOption,
    DataFolder,
    Json,
    LanguageOption,
    RoundOption,
    found_beside,
    print_json,
    print_table,
    read_jsonl,
    read_text,
    services_for,
    write_file,
)
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.resume.found import Resume
    from bot.schema import Language, QuestionScore
    from bot.services import Services


def interview(
    company: CompanyOption = None,
    round_name: RoundOption = None,
    resume: Annotated[Path | None, typer.Option(metavar="FILE", help="简历 (CV: PDF, DOCX, MD, TXT)")] = None,
    with_model: Annotated[
        bool,
        typer.Option(
            "--with-model",
            help="让模型判断简历每行是什么；它会收到去掉个人信息的简历 (the model sees the redacted CV)",
        ),
    ] = False,
    language: LanguageOption = "zh",
    mode: Annotated[Literal["real", "practice"], typer.Option(help="实战或练习 (real or practice)")] = "real",
    seed: Annotated[int | None, typer.Option(help="随机种子 (seed)")] = None,
    answers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.jsonl", help='每行 {"text": …} 或 {"code": 路径}，自动跑完 (a line an answer; runs by itself)'
        ),
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="标准输入输出上的对话 (a conversation on stdin and stdout)")
    ] = False,
    report: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="只演这一份面经 (play this report alone)"),
    ] = None,
    take_up: Annotated[
        str | None, typer.Option("--continue", metavar="ID", help="继续没做完的面试 (take up an unfinished one)")
    ] = None,
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """面试 (an interview, in the terminal or by a file of answers)."""
    from bot.interview import Interview
    from bot.resume.overview import overview
    from bot.resume.reading import read_resume
    from bot.review import as_json as review_json
    from bot.terminal import hold_by_file, hold_in_terminal, hold_over_jsonl

    if take_up is None and (company is None or round_name is None):
        raise UsageError("请给出 --company 和 --round，或者 --continue ID (give --company and --round, or --continue)")
    if answers is not None and jsonl:
        raise UsageError("--answers 和 --jsonl 只能用一个 (use one of --answers and --jsonl)")
    given = read_jsonl(answers) if answers is not None else []
    if with_model and resume is None:
        raise UsageError("--with-model 要和 --resume 一起用 (use --with-model together with --resume)")
    read = read_resume(resume) if resume is not None and take_up is None else None
    with services_for(data) as services:
        if read is not None:
            read = _outlined(services, read, language) if with_model else read
            # Standard output belongs to the interview.
            print(" · ".join(overview(read, language)), file=sys.stderr)
        if take_up is not None:
            held = Interview.take_up(services, take_up)
        else:
            held = Interview.begin(
                services,
                company=company or "",
                round_name=round_name or "",
                language=language,
                mode=mode,
                seed=seed,
                resume=read,
                report=report,
            )
        if answers is not None:
            hold_by_file(held, given, lambda path: found_beside(path, answers))
            if as_json:
                document = review_json(held.reviewed())
                print_json({key: document[key] for key in ("id", "company", "round", "turns", "scorecard")})
            else:
                from bot.terminal import print_scorecard

                print_scorecard(held)
        elif jsonl:
            hold_over_jsonl(held, sys.stdin, sys.stdout)
        else:
            hold_in_terminal(held)


def _outlined(services: Services, read: Resume, language: Language) -> Resume:
    from bot.errors import EndpointError
    from bot.words import words

    try:
        return services.resume_outlined(read)
    except EndpointError as error:
        print(words("resume_no_outline", language, why=error), file=sys.stderr)
        return read


def review(
    interview_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="哪场面试；不给就列出来 (which one; without it, the list)")
    ] = None,
    export: Annotated[Literal["md", "html", "json", "pdf"] | None, typer.Option(help="导出格式 (format)")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="写到文件 (write to a file)")] = None,
    overrule: Annotated[
        str | None,
        typer.Option(metavar="QUESTION/CRITERION=VERDICT", help="改判或确认一个评分点 (overrule or confirm a verdict)"),
    ] = None,
    note: Annotated[str, typer.Option(help="改判的备注 (why)")] = "",
    agreement: Annotated[
        bool, typer.Option("--agreement", help="评分器与人工的一致程度 (how far scorer and people agree)")
    ] = False,
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """复盘 (stored interviews; one of them with its Scorecard)."""
    from bot.assessment import review_of
    from bot.export import EXPORTERS
    from bot.review import as_json as review_json
    from bot.spending import month_line
    from bot.written.overdue import collect_overdue

    if interview_id is None and (export is not None or out is not None):
        raise UsageError("导出要指明面试 ID (give the ID of an interview to export)")
    if interview_id is None and overrule is not None:
        raise UsageError("改判要指明面试 ID (give the ID of the interview to overrule a verdict of)")
    if overrule is None and note:
        raise UsageError("--note 要和 --overrule 一起用 (use --note together with --overrule)")
    if agreement and (interview_id, export, out, overrule) != (None, None, None, None):
        raise UsageError("--agreement 看的是所有面试，单独使用 (it covers all interviews: use it alone)")
    with services_for(data) as services:
        if agreement:
            _print_agreement(services, as_json)
            return
        if interview_id is not None and overrule is not None:
            _overrule(services, interview_id, overrule, note)
        if interview_id is None:
            collect_overdue(services)
            rows = services.store.list()
            if as_json:
                print_json([row.model_dump(mode="json") for row in rows])
            else:
                print_table(
                    ("id", "公司", "轮次", "开始", "状态", "轮数", "结论"),
                    (
                        (
                            r.id,
                            r.company,
                            r.round,
                            f"{r.started:%Y-%m-%d %H:%M}",
                            r.state,
                            r.turns,
                            r.recommendation,
                        )
                        for r in rows
                    ),
                )
                if paid := month_line(services, "zh"):
                    print(paid)
            return
        read = review_of(services, interview_id)
    if as_json and export is None:
        print_json(review_json(read))
        return
    document = EXPORTERS[export or "md"](read)
    if out is not None:
        write_file(out, document)
    elif export == "pdf":
        raise UsageError("PDF 请用 --out FILE 写到文件 (write a PDF to a file with --out)")
    else:
        print(document.decode("utf-8"), end="")


def _overrule(services: Services, interview_id: str, given: str, note: str) -> None:
    from bot.agreement import VERDICTS
    from bot.overruling import overrule

    place, _, named = given.rpartition("=")
    question_id, _, criterion = place.rpartition("/")
    verdict = next((each for each in VERDICTS if each == named), None)
    if not question_id or not criterion or verdict is None:
        raise UsageError(
            f"--overrule 要写成 QUESTION/CRITERION=VERDICT，VERDICT 是 {'、'.join(VERDICTS)} 之一 "
            f"(write it like that, with one of these verdicts): {given!r}"
        )
    overrule(services, interview_id, question_id, criterion, verdict, note)


def _print_agreement(services: Services, as_json: bool) -> None:
    from bot.agreement import agreement
    from bot.review import kappa_line
    from bot.words import words

    found = agreement(services.store.overruled())
    if as_json:
        print_json(found.model_dump(mode="json"))
        return
    for language in ("zh", "en"):
        counted = words("agreement_line", language, items=found.items, agreed=found.agreed)
        print(f"{counted} · {kappa_line(found, language)}")
    if found.items:
        print_table(
            (f"{words('confusion', 'zh')} ({words('confusion', 'en')})", *found.verdicts),
            ((scorer, *(found.confusion[scorer][person] for person in found.verdicts)) for scorer in found.verdicts),
        )


def score(
    question: Annotated[str | None, typer.Option(help="问题原文 (text of the question)")] = None,
    question_id: Annotated[str | None, typer.Option("--id", help="问题 id (its id: mianjing questions --json)")] = None,
    answer: Annotated[Path | None, typer.Option(metavar="FILE", help="回答的文件 (file with the answer)")] = None,
    reference: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="对照这份参考答案，不用评分卡 (compare with this answer, not a card)"),
    ] = None,
    batch: Annotated[
        Path | None,
        typer.Option(metavar="FILE.jsonl", help="每行 {qid, question 或 id, answer[, reference]} (one object a line)"),
    ] = None,
    language: LanguageOption = "zh",
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """给一个回答评分 (score an answer)."""
    from bot.assessment import score_answer
    from bot.scoring import SCORERS_DIFFER, fraction_of
    from bot.words import words

    if batch is None and (answer is None or (question is None) == (question_id is None)):
        raise UsageError("请给出 --answer FILE 和 --question 或 --id 之一，或者 --batch (see --help)")
    if batch is not None and reference is not None:
        raise UsageError("--batch 的每行自己带 reference (lines of a batch have a `reference` of their own)")
    with services_for(data) as services:
        if batch is not None:
            for line in read_jsonl(batch):
                asked = None if line.get("id") else str(line.get("question") or "")
                given = str(line.get("answer") or "")
                compared = str(line["reference"]) if line.get("reference") is not None else None
                scored = score_answer(services, asked, line.get("id"), given, language, compared)
                document = {"qid": line.get("qid"), **_score_json(scored)}
                print(json.dumps(document, ensure_ascii=False), flush=True)
            return
        compared = read_text(reference) if reference is not None else None
        scored = score_answer(services, question, question_id, read_text(answer or Path()), language, compared)
        card = services.rubrics.get(scored.rubric or "")
    document = _score_json(scored)
    if as_json:
        print_json(document)
        return
    worth = f"{scored.fraction:.0%}" if scored.fraction is not None else f"未评分 (unscored): {scored.unscored}"
    if scored.beside:
        worth += f" · {words('scored_by_llm', language, percent=round(fraction_of(scored.beside) * 100))}"
    print(f"{scored.rubric or scored.scorer}: {worth}")
    if scored.fallback:
        print(f"  {scored.fallback}")
    if SCORERS_DIFFER in scored.flags:
        print(f"  {words('scorers_differ', language)}")
    points = {point.id: getattr(point.point, language) for point in card.criteria} if card else {}
    for criterion in scored.criteria:
        said = criterion.point or points.get(criterion.criterion, criterion.criterion)
        print(f"  [{words(criterion.verdict, language)}] {said}")
        if criterion.evidence:
            print(f"      “{criterion.evidence}”")
        print(f"      {criterion.reason}")


def _score_json(scored: QuestionScore) -> dict[str, Any]:
    keys = {"criterion", "weight", "verdict", "evidence"}
    document: dict[str, Any] = scored.model_dump(mode="json")
    for part in ("criteria", "beside"):
        document[part] = [{k: v for k, v in c.items() if k in keys} for c in document[part]]
    for key in ("beside", "fallback"):
        if not document[key]:
            del document[key]
    return document
