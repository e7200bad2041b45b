"""Users' reports between shelf, library and index: they come, change, go, and a kill loses none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import UnknownReport
from bot.persona import resolve
from bot.services import Services
from corpus.errors import IndexLockedError
from corpus.ingest import Draft, Ingested, store
from corpus.placing import place_of

REPORT = "# 星尘视觉 算法\n\n## 一面 2023-05-06\n\n1. 讲讲可变形卷积的偏移量是怎么学出来的？\n2. 手写 IoU。\n"


def ingest(services: Services, *paths: Path) -> Ingested:
    drafts = (
        item.placed({0: place_of("星尘视觉", "一面")}) if isinstance(item, Draft) else item
        for item in services.ingestion.read(paths)
    )
    return services.ingestion.store(drafts)


def indexed(services: Services) -> set[str]:
    return {question.id for question in services.index.questions()}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def other(services: Services) -> Iterator[Services]:
    """Another process's view of the same folder, as far as one process can have it."""
    opened = Services(services.settings)
    yield opened
    opened.close()


def test_a_new_company_is_searched_and_interviewed_like_any_other(services: Services, report: Path) -> None:
    assert ingest(services, report).questions == 2
    assert resolve(services.library, "星尘视觉", "1面") == ("星尘视觉", "一面")
    assert services.library.company_named(" 星尘视觉") == "星尘视觉"
    hit = services.search.search("可变形卷积的偏移", "星尘视觉")[0]
    assert hit.question.source[0].file == "a.md"
    linked = services.library.questions("星尘视觉")[1]
    assert linked.problem == "iou"


def test_who_asks_for_a_layer_is_not_given_its_parameters_to_count(services: Services, report: Path) -> None:
    report.write_text(REPORT.replace("手写 IoU", "手写 LoRA"), encoding="utf-8")
    ingest(services, report)
    assert services.library.questions("星尘视觉")[1].problem is None


def test_a_changed_report_leaves_nothing_of_the_old_one_in_the_index(services: Services, report: Path) -> None:
    ingest(services, report)
    report.write_text(REPORT.replace("2. 手写 IoU。", "2. 手写 NMS。\n3. 什么是 anchor？"), encoding="utf-8")
    assert ingest(services, report).questions == 2
    assert indexed(services) == set(services.library.by_id)
    texts = [question.text for question in services.library.questions("星尘视觉")]
    assert texts == ["讲讲可变形卷积的偏移量是怎么学出来的？", "手写 NMS。", "什么是 anchor？"]


def test_forgetting_takes_questions_out_of_library_and_index(services: Services, report: Path) -> None:
    before = set(services.library.by_id)
    ingest(services, report)
    gone = services.ingestion.forget(str(report))
    assert (gone.file, gone.questions) == ("a.md", 2)
    assert set(services.library.by_id) == indexed(services) == before
    with pytest.raises(UnknownReport, match="没有"):
        services.ingestion.forget("a.md")


def test_forgetting_a_report_named_like_a_shipped_source_leaves_the_shipped_questions(
    services: Services, tmp_path: Path
) -> None:
    before = set(services.library.by_id)
    shipped = next(iter(services.library.by_id.values())).source[0].file
    path = tmp_path / shipped
    path.write_text(REPORT, encoding="utf-8")
    ingest(services, path)
    services.ingestion.forget(shipped)
    assert set(services.library.by_id) == indexed(services) == before


def test_what_a_kill_left_out_of_the_index_is_there_when_it_is_opened_again(services: Services, report: Path) -> None:
    # As if killed between storing and indexing, and between forgetting and indexing.
    store(services.ingestion.read([report]), services.shelf)
    assert indexed(services) == set(services.library.by_id)
    (entry,) = services.shelf.entries()
    with services.shelf.changing():
        services.shelf.remove(entry)
    services.close()
    again = Services(services.settings)
    assert indexed(again) == set(again.library.by_id)
    again.close()


def test_an_unchanged_report_opens_neither_library_nor_index(services: Services, report: Path, other: Services) -> None:
    ingest(services, report)
    assert ingest(other, report).duplicates == 2
    assert "index" not in other.__dict__
    assert other._library is None


def test_whoever_does_not_own_the_index_stores_and_forgets_nothing(
    services: Services, other: Services, report: Path, tmp_path: Path
) -> None:
    ingest(services, report)
    second = tmp_path / "b.md"
    second.write_text(REPORT.replace("IoU", "NMS"), encoding="utf-8")
    with pytest.raises(IndexLockedError, match="另一个进程"):
        ingest(other, second)
    with pytest.raises(IndexLockedError):
        other.ingestion.forget("a.md")
    with pytest.raises(IndexLockedError):
        other.ingestion.reindex()
    assert [entry.file for entry in other.shelf.entries()] == ["a.md"]
    # What the owner stores is seen by the others.
    ingest(services, second)
    assert other.library.by_id.keys() == services.library.by_id.keys()


def test_all_vectors_are_made_anew(services: Services, report: Path) -> None:
    ingest(services, report)
    assert services.ingestion.reindex() == len(services.library.by_id)
    assert indexed(services) == set(services.library.by_id)
