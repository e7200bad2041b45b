"""A season and a written test in a real browser, against the real app and judge."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.config import Settings
from bot.interview import Interview
from bot.schema import Started
from bot.services import Services
from tests.browser.conftest import Seat
from tests.browser.served import App
from tests.browser.solutions import solution

pytestmark = pytest.mark.browser


def test_a_season_goes_on_with_the_next_round_and_is_reviewed_as_a_whole(seat: Seat) -> None:
    candidate = seat()
    page = candidate.page
    candidate.visit("/", "#start .persona")
    page.click("#company input")
    page.get_by_role("option", name="蔚来").click()
    page.locator("#persona h2", has_text="蔚来").wait_for()
    page.locator("#round label", has_text="整季").click()
    page.locator("#persona .badge.round", has_text="整季").wait_for()
    page.click("#begin")
    candidate.hear(0)
    first = page.url
    candidate.click("#quick-end")
    page.locator(".onward a.primary", has_text="二面").click()
    candidate.hear(0)
    page.locator("#room-header h1", has_text="二面").wait_for()
    page.wait_for_url("**/?interview=*")
    assert page.url != first

    candidate.visit("/review", "#interviews .rows")
    page.get_by_role("link", name="蔚来 · 整季").first.click()
    page.locator(".season-rounds").wait_for()
    rounds = page.locator(".season-rounds > li")
    assert rounds.count() == 2
    assert rounds.nth(0).locator(".badge.recommendation").count() == 1
    page.set_viewport_size({"width": 390, "height": 844})
    assert candidate.overflow() <= 0
    rounds.nth(1).get_by_role("link", name="继续").click()
    candidate.hear(0)
    assert page.locator("#room-header h1").inner_text().endswith("二面")


def test_a_written_test_in_free_order_and_against_the_clock(seat: Seat, app: App) -> None:
    services = Services(Settings(data=app.data))
    try:
        begun = Interview.begin(services, company="快手", round_name="笔试", seed=3).started
        minutes = begun.plan.paper.minutes if begun.plan.paper else 0
        nearly_over = datetime.now(UTC) - timedelta(minutes=minutes) + timedelta(minutes=3)
        services.store.create("written", begun.model_copy(update={"at": nearly_over}))
        services.store.create(
            "late", Started(language="zh", mode="real", seed=3, plan=begun.plan, at=nearly_over - timedelta(hours=1))
        )
        slugs = [question.problem or "" for question in begun.plan.questions]
    finally:
        services.close()
    candidate = seat()
    page = candidate.page
    candidate.resume(f"{candidate.address}/?interview=written")
    assert page.locator(".countdown.soon").inner_text().startswith("2:")
    candidate.write_code("def draft(): ...")
    turn_to = page.locator("#paper label")
    assert turn_to.count() == len(slugs)
    candidate.click("#paper label:nth-of-type(2)")
    candidate.write_code(solution(slugs[1], right=True))
    candidate.click("#submit")
    assert "✓" in turn_to.nth(1).inner_text()
    candidate.click("#paper label:nth-of-type(1)")
    page.locator("#editor .cm-content", has_text="def draft").wait_for()
    candidate.click("#quick-end")
    lines = page.locator("#ending .paper-results tbody tr")
    assert [lines.nth(n).locator(".badge").inner_text() for n in range(2)] == ["没有提交", "通过"]

    page.goto(f"{candidate.address}/?interview=late")
    page.locator("#ending .paper-results").wait_for()
    assert not page.locator("#paper").is_visible()
