"""Finding one's way among the problems: who asked, how far one has come, filters, and what chance may choose."""

from __future__ import annotations

import random

import pytest

from bot.errors import BadInput
from bot.problem_list import (
    Asked,
    Reason,
    Row,
    Status,
    Wanted,
    as_reason,
    choices,
    filtered,
    random_row,
    rows_of,
    status_of,
    why_picked,
)
from bot.services import Services
from corpus.report import Source
from sandbox.data import Text
from sandbox.problem import Verdict


def row(
    slug: str,
    *companies: str,
    status: Status | None = "untried",
    topics: tuple[str, ...] = ("numpy",),
    difficulty: int = 2,
    parent: str | None = None,
) -> Row:
    places = (
        Asked(company=name, round="一面", date=None, source=Source(file="a.txt", line=1), question=None)
        for name in companies
    )
    return Row(
        slug=slug,
        title=Text(zh=slug, en=slug),
        kinds=("drill",) if status is None else ("numpy",),
        difficulty=difficulty,
        topics=topics,
        asked=tuple(places),
        status=status,
        parent=parent,
        searched=slug,
    )


def picks(rows: list[Row], wanted: Wanted) -> set[tuple[str, Reason]]:
    """What chance may choose, over many seeds."""
    drawn = (random_row(rows, wanted, random.Random(seed)) for seed in range(60))
    return {(picked.row.slug, picked.reason) for picked in drawn}


@pytest.fixture(scope="module")
def all_rows(shared: Services) -> tuple[Row, ...]:
    return rows_of(shared)


@pytest.mark.parametrize(
    ("verdicts", "status"),
    [
        ((), "untried"),
        ((Verdict.INTERNAL_ERROR,), "untried"),
        ((Verdict.REJECTED,), "tried"),
        ((Verdict.WRONG_ANSWER, Verdict.INTERNAL_ERROR), "tried"),
        ((Verdict.ACCEPTED, Verdict.TIME_LIMIT), "solved"),
    ],
)
def test_one_accepted_submission_solves_and_a_broken_judge_counts_for_nothing(
    verdicts: tuple[Verdict, ...], status: Status
) -> None:
    assert status_of(verdicts) == status


def test_every_problem_variant_and_drill_is_a_row(shared: Services, all_rows: tuple[Row, ...]) -> None:
    slugs = [each.slug for each in all_rows if each.status is not None]
    assert sorted(slugs) == sorted(shared.problems)
    assert any(each.kinds == ("drill",) for each in all_rows)
    for at, each in enumerate(all_rows):
        if each.parent is not None:
            before = all_rows[at - 1]
            assert each.parent in (before.slug, before.parent), "variants follow their problem"


def test_who_asked_comes_from_the_corpus_with_a_link(shared: Services, all_rows: tuple[Row, ...]) -> None:
    (found,) = [each for each in all_rows if each.slug == "reverse-linked-list"]
    place = next(place for place in found.asked if place.company == "地平线")
    assert (place.round, str(place.source)) == ("二面", "000_88afcba30418b329.txt:277")
    assert shared.library.by_id[place.question or ""].problem == "reverse-linked-list"
    for each in all_rows:
        assert len({(place.company, place.source.file, place.source.line, place.question) for place in each.asked}) == (
            len(each.asked)
        )


def test_filters_narrow_together(all_rows: tuple[Row, ...]) -> None:
    found = filtered(all_rows, Wanted(company="旷视", round="二面", topic="nms", difficulty=2, kind="numpy"))
    assert [each.slug for each in found] == ["nms"]
    assert filtered(all_rows, Wanted(company="旷视", round="一面", topic="nms")) == ()
    assert all("cpp" in each.kinds for each in filtered(all_rows, Wanted(kind="cpp")))
    assert "jump-game" in {each.slug for each in filtered(all_rows, Wanted(kind="cpp"))}
    assert {each.kinds for each in filtered(all_rows, Wanted(kind="drill"))} == {("drill",)}
    assert filtered(all_rows, Wanted()) == all_rows


@pytest.mark.parametrize("words", ["非极大值", "NMS", "ｎｍｓ", "suppression non-max", "iou_threshold"])
def test_words_are_found_in_any_order_case_and_width(all_rows: tuple[Row, ...], words: str) -> None:
    found = {each.slug for each in filtered(all_rows, Wanted(words=words))}
    assert ("nms" in found) == (words != "iou_threshold")


def test_a_variant_is_asked_by_whom_its_problem_is_asked_by() -> None:
    rows = [row("a", "甲"), row("a--x", parent="a"), row("b", "乙"), row("b--x", parent="b")]
    assert [each.slug for each in filtered(rows, Wanted(company="甲"))] == ["a", "a--x"]


def test_choices_count_rows_once(all_rows: tuple[Row, ...]) -> None:
    counts = choices(all_rows)
    assert counts["company"]["字节跳动"] == len(
        [each for each in all_rows if any(place.company == "字节跳动" for place in each.asked)]
    )
    fresh_each_time = counts["kind"]["drill"] + counts["kind"]["derivation"]
    assert sum(counts["status"].values()) + fresh_each_time == len(all_rows)


def test_chance_stays_with_the_company_while_it_can() -> None:
    rows = [row("a", "腾讯微保"), row("b", "腾讯微保", status="tried"), row("c", "字节跳动"), row("d", status=None)]
    assert picks(rows, Wanted(company="腾讯微保")) == {("a", "asked"), ("b", "asked")}
    assert picks(rows, Wanted(company="腾讯微保", round="二面")) & {("c", "asked")} == set()


def test_chance_goes_to_the_group_then_to_shared_topics_then_anywhere() -> None:
    solved = row("a", "腾讯微保", status="solved", topics=("detection", "iou"))
    of_group, near = row("b", "腾讯 AI Lab"), row("c", "字节跳动", topics=("iou", "detection"))
    far, unasked = row("d", "字节跳动", topics=("iou",)), row("e", topics=("graphs",))
    wanted = Wanted(company="腾讯微保")
    assert picks([solved, of_group, near, far, unasked], wanted) == {("b", "group")}
    assert picks([solved, near, far, unasked], wanted) == {("c", "topic")}
    assert picks([solved, unasked], wanted) == {("e", "any")}
    assert picks([solved], wanted) == {("a", "again")}
    assert picks([near, far], Wanted(company="OPPO")) == {("c", "any"), ("d", "any")}


def test_chance_keeps_the_other_filters_and_says_when_they_leave_nothing() -> None:
    rows = [row("a", "旷视", difficulty=4), row("b", "旷视"), row("c", status="solved"), row("d", status=None)]
    assert picks(rows, Wanted(difficulty=4)) == {("a", "any")}
    assert picks(rows, Wanted(status="solved")) == {("a", "any"), ("b", "any")}
    with pytest.raises(BadInput, match="no problem fits"):
        random_row(rows, Wanted(difficulty=5))
    with pytest.raises(BadInput):
        random_row(rows, Wanted(kind="drill"))


def test_every_reason_is_a_sentence_in_both_languages() -> None:
    for written in ("asked", "group", "topic", "any"):
        reason = as_reason(written)
        assert reason is not None
        assert "旷视" in why_picked(reason, "旷视", "zh")
        assert "Megvii" in why_picked(reason, "Megvii", "en")
        assert "None" not in why_picked(reason, None, "en")
    assert why_picked("again", None, "en") == why_picked("again", "旷视", "en")
    assert as_reason("<b>") is None
