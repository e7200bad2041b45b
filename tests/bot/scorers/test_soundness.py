"""Answers that are wrong in words that no card foresaw keep less of the points they touch on; right ones keep all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import BadInput
from bot.schema import QuestionScore
from bot.scorers.compiled import compiled_once
from bot.scorers.cues import load_cues
from bot.scorers.lexical import LexicalScorer
from bot.scorers.reading import Reading
from bot.scorers.reversal import Reversals
from bot.scorers.soundness import SETTINGS_FILE, Settings, Shares, load_settings
from rubrics.load import load_rubrics

SCORER = LexicalScorer(load_rubrics())
HALF = "队列是先进先出的。比如排队打印。先来的先处理，后来的排在后面等。"
"""Says one of the points of its card, and more than nothing else."""


def score(card: str, answer: str, language: str = "zh") -> QuestionScore:
    return SCORER.score(card, answer, getattr(SCORER.rubrics[card].question, language), language=language)


def doubting(settings: Settings) -> Settings:
    return settings.model_copy(update={"constant": 50.0, "least_clauses": 0})


def test_a_doubted_answer_loses_credit_and_is_told_why(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings()
    believed = score("queue-vs-stack", HALF)
    assert believed.fraction
    assert all(each.credit is None for each in believed.criteria)
    monkeypatch.setattr("bot.scorers.lexical.load_settings", lambda: doubting(settings))
    doubted = score("queue-vs-stack", HALF)
    assert doubted.fraction == pytest.approx(believed.fraction * (1 - settings.most_lost))
    lost = [each for each in doubted.criteria if each.credit is not None]
    assert len(lost) == sum(each.verdict in ("full", "partial") for each in believed.criteria)
    assert all(each.verdict == "partial" for each in lost)
    assert all("相悖" in each.reason and f"{each.credit:.0%}" in each.reason for each in lost)


def test_whole_answers_that_nobody_foresaw_are_told_from_right_ones() -> None:
    card = SCORER.rubrics["gradient-descent"]
    compared = compiled_once(card).comparison
    settings = load_settings()

    def doubt(answer: str) -> float:
        reversals = Reversals(compiled_once(card).sentences, Reading(answer, load_cues()))
        return settings.doubt(compared.shares(reversals, settings))

    wrong = (
        "梯度指向函数下降最快的方向，所以参数要加上学习率乘梯度。学习率越大越稳定，不会发散。"
        "小批量的梯度没有噪声，所以很快停在全局最小。梯度为零的地方函数一定最小，没有鞍点。"
    )
    assert doubt(wrong) > 2 * doubt(card.model_answer.zh)


def test_a_short_right_answer_is_not_doubted() -> None:
    assert all(each.credit is None for each in score("queue-vs-stack", "队列是先进先出，栈是后进先出。").criteria)


def test_doubt_takes_credit_in_a_straight_line_and_none_from_who_states_the_card() -> None:
    settings = load_settings()
    certain = settings.doubt_from + (1 - settings.doubt_from) / 2
    assert settings.kept(settings.doubt_from, 0.3) == 1
    assert settings.kept(1.0, 0.3) == pytest.approx(1 - settings.most_lost)
    assert settings.kept(certain, 0.3) == pytest.approx(1 - settings.most_lost / 2)
    assert settings.kept(1.0, settings.believed_from) == 1
    between = (settings.doubted_up_to + settings.believed_from) / 2
    assert settings.kept(1.0, between) == pytest.approx(1 - settings.most_lost / 2)


def test_each_share_speaks_for_or_against_the_answer() -> None:
    settings = load_settings()
    usual = Shares(settings.least_clauses, settings.usual_lean, 0.0, 0.0, 0.0)
    assert settings.doubt(usual) < settings.doubt_from
    for worse in (
        usual._replace(lean=-0.2),
        usual._replace(false_words=0.5),
        usual._replace(opposites=0.6),
        usual._replace(denied=0.3),
    ):
        assert settings.doubt(worse) > settings.doubt(usual)
    assert settings.doubt(usual._replace(lean=-1.0, clauses=settings.least_clauses - 1)) == 0


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("most_lost: 0.8", "most_lost: 1.8", "most_lost"),
        ("believed_from: 0.9", "believed_from: 0.5", "doubted_up_to"),
        ("lean: ", "leaning: ", "weights.lean"),
    ],
)
def test_faulty_numbers_are_refused_with_their_key(tmp_path: Path, old: str, new: str, named: str) -> None:
    file = tmp_path / "soundness.yaml"
    file.write_text(SETTINGS_FILE.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput, match=named):
        load_settings(file)
