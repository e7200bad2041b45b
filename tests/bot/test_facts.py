"""The candidate's own questions are answered from what reports tell, or not at all."""

from __future__ import annotations

import pytest

from bot.interviewers.facts import closest_fact
from bot.persona import build_persona
from corpus.library import Library

LIBRARY = Library.of_folders()


@pytest.mark.parametrize("asked", ["作息怎么样，加班多吗？", "几点下班", "What are the working hours?"])
@pytest.mark.parametrize(("company", "line"), [("影石 Insta360", 767), ("字节跳动", 594)])
def test_hours_are_answered_where_a_report_tells_them(asked: str, company: str, line: int) -> None:
    fact = closest_fact(asked, build_persona(LIBRARY, company, "一面").facts)
    assert fact is not None
    assert [source.line for source in fact.source] == [line]


@pytest.mark.parametrize("asked", ["部门主要做什么业务？", "What does the team do?"])
def test_the_business_is_answered(asked: str) -> None:
    fact = closest_fact(asked, build_persona(LIBRARY, "地平线", "二面").facts)
    assert fact is not None
    assert "智能驾驶" in fact.text


@pytest.mark.parametrize("asked", ["食堂好吃吗？", "实习有转正机会吗？", "绩效怎么算？", "What is a duck?"])
def test_what_no_report_tells_is_not_made_up(asked: str) -> None:
    assert closest_fact(asked, build_persona(LIBRARY, "地平线", "二面").facts) is None


def test_a_company_without_facts_answers_nothing() -> None:
    assert closest_fact("部门做什么？", ()) is None
