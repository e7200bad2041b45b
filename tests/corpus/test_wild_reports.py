"""Reports as people publish them, read by the parser and compared with what a careful reader finds (wild/gold.yaml)."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from corpus.parse import parse_report
from corpus.reading.structure import company_in
from tests.corpus.documents import write_docx, write_pdf
from tests.corpus.places import Place, places_asked

FOLDER = Path(__file__).with_name("wild")
GOLD: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / "gold.yaml").read_text("utf-8"))


class Figures(NamedTuple):
    """How one file was read."""

    file: str
    asked: int
    found: int
    placed: int
    """Of the questions asked, those whose line has a question under the right company and round."""

    def __str__(self) -> str:
        return f"{self.file}: {self.found} found of {self.asked}, {self.placed} under the right company and round"


def plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def as_published(name: str, folder: Path) -> Path:
    """The report `name` in the encoding or kind of document that `gold.yaml` asks for, written into `folder`."""
    text = (FOLDER / name).read_text("utf-8")
    kind = GOLD[name].get("written_as")
    path = folder / (Path(name).with_suffix(f".{kind}").name if kind else name)
    if kind == "pdf":
        write_pdf(text, path)
    elif kind == "docx":
        write_docx(text, path)
    else:
        path.write_bytes(text.encode(GOLD[name].get("encoding", "utf-8")))
    return path


def read(name: str, folder: Path) -> Figures:
    report = parse_report(as_published(name, folder)).report
    found = [
        (plain(question.company), question.round, source.line)
        for round_ in report.rounds
        for question in round_.questions
        for source in question.source[:1]
    ]
    asked = places_asked(name, GOLD[name]["questions"])
    placed = _by_number(asked, found) if "written_as" in GOLD[name] else _by_line(asked, found)
    return Figures(name, sum(place.questions for place in asked), len(found), placed)


def _names(place: Place) -> set[str]:
    written = place.company.split("/")
    return {plain(name) for name in (*written, *(known for known in map(company_in, written) if known))}


def _by_line(asked: list[Place], found: list[tuple[str, str, int]]) -> int:
    return sum(
        place.questions
        for place in asked
        if any(
            company in _names(place) and round_name == place.round and place.first <= line <= place.last
            for company, round_name, line in found
        )
    )


def _by_number(asked: list[Place], found: list[tuple[str, str, int]]) -> int:
    left = Counter((company, round_name) for company, round_name, _ in found)
    placed = 0
    for place in asked:
        for name in _names(place):
            taken = min(place.questions, left[name, place.round])
            left[name, place.round] -= taken
            placed += taken
    return placed


@pytest.mark.parametrize("part", ["dev", "held_out"])
def test_questions_are_found_under_their_company_and_round(part: str, tmp_path: Path) -> None:
    files = [read(name, tmp_path) for name, gold in GOLD.items() if gold["set"] == part]
    asked, found, placed = (sum(column) for column in zip(*((f.asked, f.found, f.placed) for f in files), strict=True))
    table = "\n".join(map(str, (*files, Figures(f"all {part}", asked, found, placed))))
    assert placed >= 0.95 * asked, table
    assert abs(found - asked) <= 0.05 * asked, table


def test_gold_lists_every_file_of_the_folder_and_no_line_beyond_it() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*GOLD, "gold.yaml"}
    for name, gold in GOLD.items():
        length = len((FOLDER / name).read_text("utf-8").splitlines())
        assert all(1 <= place.first <= place.last <= length for place in places_asked(name, gold["questions"]))
