"""Cards that users add: what `mianjing rubrics` says of them, and which questions they score."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli.cards import rubrics
from bot.errors import BadInput, UsageError
from bot.linking import Linker, with_cards
from bot.scorers.lexical import LexicalScorer
from bot.scorers.telling import points_told
from bot.services import Services
from corpus.report import Kind, Question, Report, Round, Source
from rubrics.load import read_rubric

CARD: dict[str, Any] = {
    "slug": "rope-base",
    "title": {"zh": "RoPE 的基数", "en": "The base of RoPE"},
    "question": {
        "zh": "RoPE 里的 base 有什么作用，为什么长上下文要调大它？",
        "en": "What does the base of RoPE do, and why raise it for long contexts?",
    },
    "dimension": "fundamentals",
    "topics": ["RoPE"],
    "difficulty": 3,
    "criteria": [
        {
            "id": "frequencies",
            "point": {
                "zh": "base 决定各维旋转的频率",
                "en": "The base sets the rotation frequency of each dimension",
            },
            "weight": 2,
            "accept": ["base + 决定|控制 + 频率|角速度", "base + sets|controls + frequency|frequencies"],
            "probe": {"zh": "它改变的是编码里的什么？", "en": "What in the encoding does it change?"},
            "hint": {"zh": "想想每一维转得快还是慢。", "en": "Think of how fast each dimension turns."},
        },
        {
            "id": "long-context",
            "point": {
                "zh": "base 调大后低频维的周期变长",
                "en": "A larger base lengthens the periods of the slow dimensions",
            },
            "accept": ["base + 大 + 周期|波长 + 长", "larger|bigger + base + period|periods + longer"],
            "probe": {"zh": "上下文变长时它要怎么变？", "en": "How should it change when the context grows?"},
            "hint": {"zh": "想想转一圈要多少个位置。", "en": "Think of how many positions one turn takes."},
        },
    ],
    "model_answer": {
        "zh": "RoPE 里 base 决定每一维旋转的频率。base 调大以后，低频维的周期变得更长，就能覆盖更长的位置。",
        "en": "The base sets the rotation frequency of every dimension. With a larger base the periods of the slow "
        "dimensions become longer, so that longer positions fit.",
    },
    "references": ["RoFormer (Su et al. 2021)"],
}


def write(folder: Path, name: str = "rope-base", **changes: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.yaml"
    file.write_text(yaml.safe_dump({**CARD, "slug": name, **changes}, allow_unicode=True), "utf-8")
    return file


def checked(folder: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    with suppress(BadInput):
        rubrics(folder=folder, as_json=True, data=data)
    return list(json.loads(capsys.readouterr().out))


def test_a_sound_card_passes(tmp_path: Path, data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path)
    (found,) = checked(tmp_path, data_folder, capsys)
    assert found == {
        "slug": "rope-base",
        "file": str(file),
        "model_answer": {"zh": 1.0, "en": 1.0},
        "complaints": [],
    }


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"model_answer": {"zh": "base 是一个超参数，要靠实验来选。", "en": "It is tuned."}}, "model_answer.zh"),
        ({"colour": "red"}, "unknown key"),
        (
            {
                "misconceptions": [
                    {
                        "id": "m",
                        "claim": {"zh": "base 决定频率，所以要调小。", "en": "The base sets the frequency: lower it."},
                        "match": ["base + 调小"],
                        "contradicts": ["long-context"],
                        "correction": {"zh": "调大。", "en": "Raise it."},
                    }
                ]
            },
            "misconceptions m",
        ),
    ],
    ids=["weak answer", "unknown key", "claim"],
)  # fmt: skip
def test_what_is_wrong_with_a_card_is_told(
    changes: dict[str, Any],
    complaint: str,
    tmp_path: Path,
    data_folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(tmp_path, "fine")
    write(tmp_path, "wrong", **changes)
    fine, wrong = checked(tmp_path, data_folder, capsys)
    assert fine["complaints"] == []
    assert complaint in wrong["complaints"][0]
    assert all("\n" not in line for line in wrong["complaints"])


def test_a_name_that_is_taken_is_told(tmp_path: Path, data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "layernorm-vs-batchnorm")
    (found,) = checked(tmp_path, data_folder, capsys)
    assert "is taken by rubrics/topics" in found["complaints"][0]


def test_an_unfinished_card_says_how_to_finish_it(
    tmp_path: Path, data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path).write_text(yaml.safe_dump({k: v for k, v in CARD.items() if k != "model_answer"}), "utf-8")
    (found,) = checked(tmp_path, data_folder, capsys)
    assert "model_answer: is missing" in found["complaints"][0]
    assert "--propose" in found["complaints"][0]


def test_own_cards_are_listed_and_a_bad_one_stops_nothing(
    services: Services, data_folder: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    write(data_folder / "rubrics")
    write(data_folder / "rubrics", "broken", difficulty=9)
    assert "rope-base" in services.rubrics
    assert "layernorm-vs-batchnorm" in services.rubrics
    assert services.difficulties["rubric", "rope-base"] == 3
    assert "broken.yaml: difficulty" in caplog.text
    assert services.scorer.score("rope-base", CARD["model_answer"]["zh"]).fraction == 1


@pytest.mark.parametrize(
    "options",
    [{"check": True, "propose": "a"}, {"propose": "a", "accept": "a"}, {"folder": Path("x"), "accept": "a"}],
)
def test_one_thing_at_a_time(options: dict[str, Any], data_folder: Path) -> None:
    with pytest.raises(UsageError, match="--accept"):
        rubrics(**options, data=data_folder)


def test_an_empty_folder_has_no_cards(tmp_path: Path, data_folder: Path) -> None:
    with pytest.raises(BadInput, match="没有评分卡"):
        rubrics(folder=tmp_path, data=data_folder)


def test_a_card_added_later_scores_questions_that_were_there(tmp_path: Path) -> None:
    def question(name: str, text: str, **more: Any) -> Question:
        return Question(
            id=name, company="星尘", round="一面", date=None, text=text, source=(Source(file="a.md", line=1),),
            **{"kind": Kind.FUNDAMENTALS, **more},
        )  # fmt: skip

    asked = (
        question("a", "RoPE 的 base 有什么作用？为什么长上下文要调大？"),
        question("b", "什么是感受野？"),
        question("c", "RoPE 的 base 有什么作用？", rubric="other"),
        question("d", "RoPE 的 base 有什么作用？", kind=Kind.RESUME_PROJECT),
    )
    report = Report(file="a.md", rounds=(Round(company="星尘", name="一面", questions=asked),))
    linker = Linker({"rope-base": read_rubric(write(tmp_path))}, {}, {}, {})
    (found,) = with_cards([report], linker)
    (round_,) = found.rounds
    assert [each.rubric for each in round_.questions] == ["rope-base", None, "other", None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("想想看，base 决定了各维的频率。", True),
        ("base 决定的是各维旋转的频率吗？", True),
        ("base 决定的是编码里的什么？", False),
        ("频率和什么有关？", False),
    ],
)
def test_a_question_that_answers_itself_gives_the_point_away(text: str, told: bool, tmp_path: Path) -> None:
    card = read_rubric(write(tmp_path))
    assert ("frequencies" in points_told(LexicalScorer(), card, text, "zh")) == told
