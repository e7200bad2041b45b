"""Makes the pictures of the README: `python docs/screenshots/make.py`. Takes the real app and Chromium.

The interview shown is held on a temporary data folder, with the rubric cards' own model answers.
"""

from __future__ import annotations

import re
import sys
import tempfile
from itertools import dropwhile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright  # noqa: E402

from bot.config import Settings  # noqa: E402
from bot.interview import Interview  # noqa: E402
from bot.services import Services  # noqa: E402
from sandbox.problem import Problem, Verdict  # noqa: E402
from tests.browser.served import CHROMIUM, App  # noqa: E402

COMPANY, ROUND, SEED = "字节跳动", "一面", 3
WIDE, NARROW = (1440, 1000), (390, 844)
BROWSER_COMPANY = "地平线"


def main() -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        services = Services(Settings(data=Path(folder)))
        begun, coding, over = (_held(services, until) for until in ("question", "code", "end"))
        services.close()
        app = App(Path(folder))
        app.start()
        try:
            _take(app.address, begun, coding, over)
        finally:
            app.stop()


def _held(services: Services, until: str) -> str:
    """An interview held up to a question, to code that was refused once, or to its end; its id."""
    interview = Interview.begin(services, company=COMPANY, round_name=ROUND, mode="practice", seed=SEED)
    given = 0
    while not interview.is_over:
        for _ in interview.speak():
            pass
        problem = interview.problem
        if interview.is_over or (until == "question" and given == 2):
            break
        if problem is not None:
            refused = interview.state.attempts > 0
            if refused and until == "code":
                break
            interview.submit(_code(problem, Verdict.ACCEPTED if refused else Verdict.WRONG_ANSWER))
        else:
            interview.answer(_answer(services, interview, given))
            given += 1
    return interview.id


def _answer(services: Services, interview: Interview, given: int) -> str:
    """The card's model answer, or only its beginning, as people do; asked further, the candidate passes."""
    current = interview.state.current
    card = services.rubrics.get(current.rubric or "") if current else None
    if card is None or interview.state.awaiting != "answer":
        return "没有了，谢谢。"
    sentences = re.findall(r"[^。]+。", card.model_answer.zh) or [card.model_answer.zh]
    if interview.state.probed:
        return "不会"
    shares = (1.0, 0.6, 0.3)
    return "".join(sentences[: max(1, round(shares[given % 3] * len(sentences)))])


def _code(problem: Problem, verdict: Verdict) -> str:
    path = next(path for path, expected in problem.solutions() if expected is verdict)
    # Solutions begin with comments that say what to expect of them.
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(dropwhile(lambda line: line.startswith("#"), lines))


def _take(address: str, begun: str, coding: str, over: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(locale="zh-CN", color_scheme="light")
        _open(page, f"{address}/?interview={coding}", "#result .judged", WIDE)
        page.screenshot(path=HERE / "practise.png")
        _open(page, f"{address}/review?interview={over}", "#radar svg.main-svg", (WIDE[0], 1100))
        page.screenshot(path=HERE / "review.png")
        _open(page, f"{address}/corpus?company={BROWSER_COMPANY}", ".round-section", WIDE)
        page.screenshot(path=HERE / "corpus.png")
        _open(page, f"{address}/?interview={begun}", "#conversation .turn", NARROW)
        page.screenshot(path=HERE / "practise-mobile.png")
        browser.close()


def _open(page: Page, url: str, sign: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(url)
    page.locator(sign).first.wait_for()
    # Charts and fonts settle.
    page.wait_for_timeout(1500)


if __name__ == "__main__":
    main()
