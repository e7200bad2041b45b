"""What all commands share: their options, the services on a data folder, reading files and printing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from bot.config import read_settings
from bot.errors import BadInput, UnknownCompany, UnknownRound

if TYPE_CHECKING:
    from bot.services import Services

Json = Annotated[bool, typer.Option("--json", help="一个 JSON 文档到标准输出 (one JSON document on stdout)")]
DataFolder = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="数据文件夹 (data folder; also MIANJING_DATA)")
]
CompanyOption = Annotated[str | None, typer.Option("--company", help="公司或别名 (company or alias)")]
RoundOption = Annotated[str | None, typer.Option("--round", help="轮次或别名 (round or alias)")]
LanguageOption = Annotated[Literal["zh", "en"], typer.Option("--language", help="语言 (language)")]


@contextmanager
def services_for(data: Path | None) -> Iterator[Services]:
    """The program's services on a data folder, closed afterwards."""
    from bot.services import Services

    services = Services(read_settings(data))
    try:
        yield services
    finally:
        services.close()


def print_json(document: object) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))


def print_checked(checked: Iterable[tuple[str, Iterable[str]]]) -> None:
    """What was checked, by slug, each with what is wrong with it."""
    for slug, complaints in checked:
        told = list(complaints)
        print(f"{'FAIL' if told else 'ok  '} {slug}")
        for complaint in told:
            print(f"     {complaint}")


def print_table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Prints rows below a head; nothing where there are none."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, show_edge=False)
    # What a row is called by is typed into the next command.
    table.columns[0].no_wrap = True
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    if table.row_count:
        Console().print(table)


def say_if_none(services: Services, found: Sized, company: str | None, round_name: str | None) -> None:
    """Says on stderr that nothing fits the filters, and which rounds the company held."""
    if found:
        return
    print("没有符合条件的 (nothing fits)", file=sys.stderr)
    if company and round_name and (held := services.library.rounds_of(company)):
        print(f"{company} 有记录的轮次 (rounds on record): {'、'.join(held)}", file=sys.stderr)


def canonical_names(services: Services, company: str | None, round_name: str | None) -> tuple[str | None, str | None]:
    """Canonical company and round; unknown ones are an error that lists what there is."""
    from corpus.companies import canonical_round

    if company is not None:
        found = services.library.company_named(company)
        if found is None:
            raise UnknownCompany(company, services.library.companies)
        company = found
    if round_name is not None:
        canonical = canonical_round(round_name)
        if canonical is None:
            raise UnknownRound(round_name, services.library.rounds_of(company) if company else ())
        round_name = canonical
    return company, round_name


def found_beside(named: str, file: Path) -> Path:
    """A path that a file names: relative to that file, or to the current folder where nothing is there."""
    beside = file.parent / named
    return beside if beside.exists() else Path(named)


def read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"读不了文件 (cannot read the file): {path}: {error.strerror}") from error


def read_text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"不是 UTF-8 文本 (not UTF-8 text): {path}") from error


def write_file(path: Path, document: bytes) -> None:
    try:
        path.write_bytes(document)
    except OSError as error:
        raise BadInput(f"写不了文件 (cannot write the file): {path}: {error.strerror}") from error


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one JSON object a line; blank lines are passed over."""
    found = []
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            parsed = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadInput(f"{path}:{number}: 不是 JSON (no JSON): {error.msg}") from error
        if not isinstance(parsed, dict):
            raise BadInput(f"{path}:{number}: 每行要是一个对象 (each line must be an object)")
        found.append(parsed)
    return found
