"""Chromium and the real app for the browser tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from bot.config import Settings
from bot.interview import Interview
from bot.services import Services
from tests.browser.served import CHROMIUM, App, Candidate


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        message = f"Chromium is not at {CHROMIUM}: install it (make system), or set CHROMIUM to its path"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """One app for all tests; each has browser windows of its own."""
    served = App(tmp_path_factory.mktemp("served"))
    served.start()
    yield served
    served.stop()


PATIENCE_MS = 60_000
"""How long something may take to appear, on a machine that does much else."""

Seat = Callable[..., Candidate]
"""Opens a window: seat(width=1440)."""


@pytest.fixture
def seat(chromium: Browser, app: App) -> Iterator[Seat]:
    """Windows of one browser profile; at the end none may have complained."""
    context = chromium.new_context(locale="zh-CN")
    context.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    seated: list[Candidate] = []

    def take(width: int = 1440, height: int = 900) -> Candidate:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        seated.append(Candidate(page, app.address))
        return seated[-1]

    yield take
    complaints = [complaint for candidate in seated for complaint in candidate.complaints]
    context.close()
    assert complaints == []


@pytest.fixture
def at_code(app: App) -> str:
    """Id of an interview in which code is expected, held without a browser on the app's data."""
    services = Services(Settings(data=app.data))
    try:
        interview = Interview.begin(services, company="旷视", round_name="二面", seed=1)
        while interview.problem is None:
            for _ in interview.speak():
                pass
            if interview.problem is None:
                interview.answer("下一题")
        return interview.id
    finally:
        services.close()
