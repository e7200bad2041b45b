"""Rubric files are read whole or refused with a line that names file, key and reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from rubrics.errors import RubricError, WordingError
from rubrics.load import (
    load_dimensions,
    load_own_rubrics,
    load_rubrics,
    read_dimensions,
    read_rubric,
    read_unfinished,
)
from rubrics.schema import DimensionName
from rubrics.wording import Alternative, checked_wording, parse_wording

TEXT = {"zh": "中文", "en": "English"}


def criterion(name: str, *accept: str) -> dict[str, Any]:
    return {"id": name, "point": TEXT, "accept": list(accept), "probe": TEXT, "hint": TEXT}


def card(slug: str = "sample", **changes: Any) -> dict[str, Any]:
    return {
        "slug": slug,
        "title": TEXT,
        "question": TEXT,
        "dimension": "fundamentals",
        "topics": ["BatchNorm"],
        "difficulty": 2,
        "criteria": [criterion("one", "a + b"), criterion("two", "c + d")],
        "model_answer": TEXT,
        "references": ["a book"],
    } | changes


def write(folder: Path, data: object, name: str = "sample.yaml") -> Path:
    file = folder / name
    file.write_text(data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return file


def test_shipped_cards_are_keyed_by_slug() -> None:
    rubrics = load_rubrics()
    assert rubrics["layernorm-vs-batchnorm"].criteria[0].id == "axis"
    assert all(slug == rubric.slug for slug, rubric in rubrics.items())


def test_loading_twice_gives_the_same_read_only_mapping() -> None:
    assert load_rubrics() is load_rubrics()
    with pytest.raises(TypeError):
        load_rubrics()["x"] = None  # type: ignore[index]


def test_a_users_cards_come_too_and_a_bad_one_stops_none(tmp_path: Path) -> None:
    write(tmp_path, card())
    write(tmp_path, card("broken", difficulty=9), "broken.yaml")
    write(tmp_path, card("layernorm-vs-batchnorm"), "layernorm-vs-batchnorm.yaml")
    write(tmp_path, card(), "sample.yml")
    (tmp_path / "folder.yaml").mkdir()
    own, errors = load_own_rubrics(tmp_path)
    assert list(own) == ["sample"]
    assert "sample" not in load_rubrics()
    told = [str(error) for error in errors]
    assert [error.key for error in errors] == ["difficulty", "", "slug", "slug"]
    assert "rubrics/topics/layernorm-vs-batchnorm.yaml" in told[2]
    assert str(tmp_path / "sample.yaml") in told[3]
    assert all(str(tmp_path) in line for line in told)
    assert load_own_rubrics(tmp_path / "nowhere") == ({}, ())


def test_an_unfinished_card_tells_what_it_lacks(tmp_path: Path) -> None:
    data = card()
    del data["model_answer"], data["criteria"][0]["probe"], data["criteria"][1]["hint"]
    found = read_unfinished(write(tmp_path, data))
    assert found.missing == ("model_answer", "criteria.0.probe", "criteria.1.hint")
    assert found.written == data
    assert found.card.slug == "sample"
    with pytest.raises(RubricError, match="is missing"):
        read_rubric(tmp_path / "sample.yaml")
    assert read_unfinished(write(tmp_path, card())).missing == ()


@pytest.mark.parametrize(
    ("changes", "key"),
    [({"criteria": "none"}, "criteria"), ({"criteria": [1, {}]}, "criteria.0"), ({"question": None}, "question")],
)
def test_what_else_an_unfinished_card_lacks_is_an_error(tmp_path: Path, changes: dict[str, Any], key: str) -> None:
    with pytest.raises(RubricError) as caught:
        read_unfinished(write(tmp_path, card(**changes)))
    assert caught.value.key.startswith(key)


def test_dimensions_are_all_there_with_five_levels() -> None:
    dimensions = load_dimensions()
    assert {each.name for each in dimensions} == set(DimensionName)
    assert all([level.level for level in each.levels] == [1, 2, 3, 4, 5] for each in dimensions)


@pytest.mark.parametrize(
    ("changes", "key", "reason"),
    [
        ({"difficult": 3}, "difficult", "unknown key"),
        ({"difficulty": 9}, "difficulty", "less than or equal to 5"),
        ({"criteria": [criterion("one", "a + b")]}, "criteria", "at least 2"),
        ({"criteria": [criterion("one", "a + b"), criterion("one", "c")]}, "", "criterion ids repeat"),
        (
            {"criteria": [criterion("one", "a + "), criterion("two", "c")]},
            "criteria.0.accept.0",
            "empty slot",
        ),
        (
            {"criteria": [criterion("one", "a"), criterion("two", "/(x/")]},
            "criteria.1.accept.0",
            "no regular",
        ),
        (
            {"criteria": [criterion("one", "a") | {"extra": 1}, criterion("two", "c")]},
            "criteria.0.extra",
            "unknown key",
        ),
        (
            {
                "misconceptions": [
                    {"id": "m", "claim": TEXT, "match": ["a"], "contradicts": ["three"], "correction": TEXT}
                ]
            },
            "",
            "unknown criteria",
        ),
        (
            {
                "criteria": [criterion("one", "a"), criterion("two", "c")],
                "misconceptions": [
                    {"id": "m", "claim": TEXT, "match": [each], "contradicts": ["one"], "correction": TEXT}
                    for each in ("a", "b")
                ],
            },
            "",
            "misconception ids repeat",
        ),
    ],
)
def test_a_wrong_card_is_refused_by_file_and_key(
    tmp_path: Path, changes: dict[str, Any], key: str, reason: str
) -> None:
    with pytest.raises(RubricError, match=reason) as caught:
        read_rubric(write(tmp_path, card(**changes)))
    assert caught.value.key == key
    assert "sample.yaml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    data = card()
    del data["references"]
    with pytest.raises(RubricError, match="references: is missing"):
        read_rubric(write(tmp_path, data))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("slug: [", "not valid YAML"),
        ("slug: a: b", "line 1.*not valid YAML"),
        ("slug: sample\nslug: sample\n", "occurs twice"),
        ("- a\n- b\n", "must be a mapping"),
        ("", "must be a mapping"),
    ],
)
def test_bad_yaml_is_refused_in_one_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(RubricError, match=reason) as caught:
        read_rubric(write(tmp_path, text))
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "sample.yaml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RubricError, match="can't be read"):
        read_rubric(file)


def test_the_file_must_be_called_after_its_slug(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match=r"call the file sample\.yaml"):
        read_rubric(write(tmp_path, card(), "other.yaml"))


def test_a_dimension_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match="'fundamentals' occurs 0 times"):
        read_dimensions(write(tmp_path, []))


def test_dimensions_are_a_list(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match="must be a list"):
        read_dimensions(write(tmp_path, {"levels": []}))


def test_a_wording_is_slots_of_alternatives() -> None:
    parsed = parse_wording("BN|批归一化 + 依赖 -> batch size + !LN")
    assert [[each.text for each in slot.alternatives] for slot in parsed.required] == [
        ["BN", "批归一化"],
        ["依赖"],
        ["batch size"],
    ]
    assert [slot.after_previous for slot in parsed.required] == [False, False, True]
    assert [slot.alternatives[0].text for slot in parsed.forbidden] == ["LN"]


@pytest.mark.parametrize(
    ("wording", "alternatives"),
    [
        (r"/4\s*[·*×x]?\s*d(\^2|²)/", (Alternative(r"4\s*[·*×x]?\s*d(\^2|²)", True),)),
        ("/a + b/", (Alternative("a + b", True),)),
        ("/a|b/|c", (Alternative("a|b", True), Alternative("c"))),
        (r"/a\/b/", (Alternative("a/b", True),)),
        ("/0(或|/)1/", (Alternative("0(或|/)1", True),)),
        ("w/o bias|C/H", (Alternative("w/o bias"), Alternative("C/H"))),
        (r"a\|b|\/c", (Alternative("a|b"), Alternative("/c"))),
        ("C++|c", (Alternative("C++"), Alternative("c"))),
    ],
)
def test_terms_and_regular_expressions_are_told_apart(wording: str, alternatives: tuple[Alternative, ...]) -> None:
    assert parse_wording(wording).required[0].alternatives == alternatives


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        ("a + ", "empty slot"),
        ("+ a", "empty slot"),
        ("a + + b", "empty slot"),
        ("a -> ", "empty slot"),
        ("a||b", "empty alternative"),
        ("a|", "empty alternative"),
        ("!a", "nothing in it has to occur"),
        ("a -> !b", "has no order"),
        ("a|!b", "in front of the whole slot"),
        ("/a", "not closed"),
        ("a +b", "blank on one side"),
        ("/(/ + c", "no regular expression"),
        ("/x*/", "empty text"),
        ("/(a+)+b/", "repeats a repeat"),
        ("/(?:a|b*)*c/", "repeats a repeat"),
        (r"/(a)\1/", "refers back"),
        ("/" + ".{0,20}a" * 9 + "/", "long repeats"),
    ],
)
def test_a_wording_that_cannot_be_meant_is_refused(wording: str, reason: str) -> None:
    with pytest.raises(WordingError, match=reason):
        checked_wording(wording)


def test_a_wrong_dimension_is_named_by_its_place(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match=r"sample\.yaml: 0\.color: unknown key"):
        read_dimensions(write(tmp_path, [{"color": "red"}]))
