"""What a candidate is told of a round before it starts."""

from __future__ import annotations

import re

import pytest

from bot.catalogue import company_rows
from bot.pages.persona_card import persona_card
from bot.persona import build_persona, named_only, rounds_to_play
from bot.plan import plan_round
from bot.portrait import Borrowed, Portrait, minutes_told, portray
from bot.schema import Language
from bot.services import Services
from corpus.report import Kind, Remark, Trait


def portrait(services: Services, company: str, round_name: str) -> Portrait:
    return portray(build_persona(services.library, company, round_name), services.library, services.problems)


def words_on_card(services: Services, company: str, round_name: str, language: Language) -> str:
    card = persona_card(services.library, services.problems, company, round_name, language)
    return re.sub(r"(<[^>]+>)+", "|", card)


def test_parts_come_in_order_with_their_number_and_share(shared: Services) -> None:
    drawn = portrait(shared, "字节跳动", "HR面")
    assert [(part.kind, part.questions) for part in drawn.segments] == [
        (Kind.SELF_INTRO, 1),
        (Kind.HR, 19),
        (Kind.RESUME_PROJECT, 1),
    ]
    assert sum(part.share for part in drawn.segments) == pytest.approx(1)
    assert (drawn.coding, drawn.borrowed) == (0, ())


@pytest.mark.parametrize(
    ("company", "round_name", "minutes"),
    [
        ("字节跳动", "一面", 120),
        ("影石 Insta360", "一面", 80),
        ("蔚来", "二面", 30),
        ("腾讯微保", "一面", 60),
        ("拼多多", "二面", None),
    ],
)
def test_the_length_is_the_reports_where_they_tell_it(
    shared: Services, company: str, round_name: str, minutes: int | None
) -> None:
    assert minutes_told(shared.library.remarks(company, round_name)) == minutes
    drawn = portrait(shared, company, round_name)
    assert [remark.minutes for remark in drawn.told] == ([] if minutes is None else [minutes])
    # A quarter of an hour for a coding problem, four minutes for any other question.
    assert (drawn.minutes - 4 * drawn.questions) % 11 == 0
    assert 4 * drawn.questions <= drawn.minutes <= 4 * drawn.questions + 11 * 2


def test_of_several_lengths_the_median_is_taken() -> None:
    told = [Remark(about="manner", text="", minutes=minutes) for minutes in (30, 90, None, 40)]
    assert minutes_told(told) == 40
    assert minutes_told([]) is None


def test_a_thin_round_says_what_it_borrows_and_from_whom(shared: Services) -> None:
    assert portrait(shared, "拼多多", "二面").borrowed == (
        Borrowed(Kind.SELF_INTRO, "own", 1),
        Borrowed(Kind.RESUME_PROJECT, "own", 1),
        Borrowed(Kind.FUNDAMENTALS, "own", 2),
    )
    lenders = {each.lender for each in portrait(shared, "阿里达摩院", "未知轮次").borrowed}
    assert lenders == {"group", "others"}


def test_what_a_round_borrows_is_the_same_for_every_seed(shared: Services) -> None:
    for company in shared.library.companies:
        for name in shared.library.rounds_of(company):
            persona = build_persona(shared.library, company, name)
            told = portray(persona, shared.library, shared.problems)
            plan = plan_round(persona, shared.library, problems=shared.problems.keys(), seed=9, language="en")
            drawn = sum(question.borrowed for question in plan.questions)
            assert abs(sum(each.questions for each in told.borrowed) - drawn) <= 1, (company, name)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_round_has_a_card_in_both_languages(shared: Services, language: Language) -> None:
    for company in (*shared.library.companies, *named_only(shared.library)):
        for name in rounds_to_play(shared.library, company):
            told = words_on_card(shared, company, name, language)
            minutes = "这场模拟约" if language == "zh" else "This mock interview takes about"
            assert minutes in told, (company, name)


def test_the_card_cites_what_it_says(shared: Services) -> None:
    told = words_on_card(shared, "拼多多", "二面", "zh")
    assert "|节奏快|温和|开场直接写一道困难题" in told
    assert "001_9eedb631f08dace1.txt:68" in told
    assert "干脆，话少；温和，会宽慰人" in told
    assert "本公司其他轮次的自我介绍 1、项目 1、基础 2" in told
    assert "120 分钟（000_88afcba30418b329.txt:502）" in words_on_card(shared, "字节跳动", "一面", "zh")
    assert "plainly" in words_on_card(shared, "百度", "二面", "en")


def test_what_a_remark_shows_is_shown_as_text(shared: Services) -> None:
    assert all(f"trait_{trait.value}" not in words_on_card(shared, "通用", "未知轮次", "en") for trait in Trait)


def test_rows_of_companies_tell_length_and_manner(shared: Services) -> None:
    rows = {(row.company, each.round): each for row in company_rows(shared.library) for each in row.rounds}
    assert (rows["字节跳动", "一面"].minutes, rows["字节跳动", "一面"].manner) == (120, ("warm", "pressing"))
    assert (rows["百度", "二面"].minutes, rows["百度", "二面"].manner) == (None, ())
