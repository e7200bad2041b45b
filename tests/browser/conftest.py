"""Chromium and the real app for the browser tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, expect, sync_playwright

from bot.config import Settings
from bot.interview import Interview
from bot.services import Services
from tests.browser.served import CHROMIUM, App, Candidate

PATIENCE_MS = 60_000
"""How long something may take to appear, on a machine that does much else."""


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """One browser profile on disk, so that the scripts of the pages are fetched and compiled once."""
    if not CHROMIUM.exists():
        message = f"Chromium is not at {CHROMIUM}: install it (make system), or set CHROMIUM to its path"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=CHROMIUM,
            # A microphone that beeps, and may be used without asking.
            args=["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
            locale="zh-CN",
        )
        context.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        yield context
        context.close()


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """One app for all tests; each has browser windows of its own."""
    served = App(tmp_path_factory.mktemp("served"))
    served.start()
    yield served
    served.stop()


Seat = Callable[..., Candidate]
"""Opens a window: seat(width=1440)."""


@pytest.fixture
def seat(profile: BrowserContext, app: App) -> Iterator[Seat]:
    """Windows of one browser that remembers nothing of earlier tests; at the end none may have complained."""
    seated: list[Candidate] = []

    def take(width: int = 1440, height: int = 900) -> Candidate:
        page = profile.new_page()
        page.set_viewport_size({"width": width, "height": height})
        seated.append(Candidate(page, app.address))
        return seated[-1]

    yield take
    complaints = [complaint for candidate in seated for complaint in candidate.complaints]
    forget = profile.new_page()
    wanted = {"origin": app.address, "storageTypes": "cookies,local_storage,indexeddb,service_workers"}
    profile.new_cdp_session(forget).send("Storage.clearDataForOrigin", wanted)
    for page in profile.pages:
        if page is not forget:
            page.close()
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
