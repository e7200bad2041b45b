"""The shipped reports hold everything their sources do, and cite nothing else. `inventory.yaml` lists the places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.companies import load_companies
from corpus.library import Library
from tests.commands import run_json
from tests.corpus.places import Place, places_asked, places_told

MANIFEST: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("inventory.yaml").read_text("utf-8"))
LENGTHS: dict[str, int] = MANIFEST["files"]
"""Number of lines of each source file."""


ASKED = [place for file, companies in MANIFEST["questions"].items() for place in places_asked(file, companies)]
TOLD = {
    part: [place for file, companies in MANIFEST[part].items() for place in places_told(file, companies)]
    for part in ("guidance", "told")
}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What `mianjing questions` prints on an empty data folder."""
    questions: list[dict[str, Any]] = run_json("questions", data=tmp_path_factory.mktemp("data"))
    return questions


@cache
def told() -> list[tuple[str, int]]:
    """Every place that a shipped remark, or a remark on a company that is only named, cites."""
    reports = Library.of_folders(None).reports
    remarks = [r for report in reports for r in (*report.remarks, *(m for x in report.rounds for m in x.remarks))]
    sources = [*(r.source for r in remarks), *(named.source for c in load_companies() for named in c.named)]
    return [(source.file, source.line) for source in sources if source is not None]


def citations(questions: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str, int]]:
    return ((q, source["file"], source["line"]) for q in questions for source in q["source"])


def test_the_manifest_counts_the_questions_of_the_sources() -> None:
    assert sum(place.questions for place in ASKED) == 594
    assert len({place.company for place in ASKED}) == 28
    assert all(1 <= p.first <= p.last <= LENGTHS[p.file] for p in (*ASKED, *TOLD["guidance"], *TOLD["told"]))


def test_every_question_of_the_sources_is_shipped_with_its_company_and_round(shipped: list[dict[str, Any]]) -> None:
    found: Counter[Place] = Counter()
    for question, file, line in citations(shipped):
        for asked in ASKED:
            if (asked.company, asked.round) == (question["company"], question["round"]) and asked.holds(file, line):
                found[asked] += 1
    missing = [f"{asked}: {found[asked]} of {asked.questions}" for asked in ASKED if found[asked] < asked.questions]
    assert not missing, "\n".join(missing)


def test_nothing_is_cited_that_does_not_exist(shipped: list[dict[str, Any]]) -> None:
    cited = [*((file, line) for _, file, line in citations(shipped)), *told()]
    assert not [f"{file}:{line}" for file, line in cited if not 1 <= line <= LENGTHS.get(file, 0)]


def test_every_shipped_question_cites_a_place_where_something_is_asked(shipped: list[dict[str, Any]]) -> None:
    elsewhere = [
        f"{question['id']} {file}:{line}"
        for question, file, line in citations(shipped)
        if not any(asked.company == question["company"] and asked.holds(file, line) for asked in ASKED)
    ]
    assert not elsewhere, "\n".join(elsewhere)
    assert all(question["source"] for question in shipped)


@pytest.mark.parametrize("part", ["guidance", "told"])
def test_every_remark_of_the_sources_is_shipped(part: str, shipped: list[dict[str, Any]]) -> None:
    cited = {*told(), *((file, line) for _, file, line in citations(shipped))}
    missing = [str(p) for p in TOLD[part] if not any(p.holds(file, line) for file, line in cited)]
    assert not missing, "\n".join(missing)


def test_every_company_has_its_rounds(shipped: list[dict[str, Any]]) -> None:
    missing = {(p.company, p.round) for p in ASKED} - {(q["company"], q["round"]) for q in shipped}
    assert not missing, sorted(missing)
