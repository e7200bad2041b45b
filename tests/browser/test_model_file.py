"""A whole interview in the browser with a model on disk: a real llama.cpp, a real wire, words that mean nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.bot.llm.generated_model import SAYS, write_model
from tests.browser.served import App, Candidate


@pytest.fixture
def served(tmp_path: Path) -> Iterator[App]:
    model = tmp_path / "bigrams.gguf"
    write_model(model)
    app = App(tmp_path / "data", MIANJING_GGUF=str(model))
    app.start()
    yield app
    app.stop()


def test_an_interview_goes_on_whatever_the_model_says(profile: BrowserContext, served: App) -> None:
    candidate = Candidate(profile.new_page(), served.address)
    page = candidate.page
    candidate.visit("/en", "#start .persona")
    page.click("#begin")
    candidate.hear(0)
    asked = candidate.turns.last.locator(".said").inner_text()
    assert asked != SAYS
    assert page.locator(".turn.interviewer .cited").count() == 1
    assert "scripted interviewer" in page.locator(".notice").first.inner_text()

    candidate.say("I would measure it first, then look at the samples on which it does worst.")
    assert candidate.click("#quick-end") == SAYS
    scorecard = page.locator("#ending .scorecard")
    assert scorecard.locator(".badge.recommendation").count() == 1
    assert "tokens" in page.locator(".room-header").inner_text()
    page.close()
    assert candidate.complaints == []
