"""The coding problems and drills in a real browser, against the real app and judge."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from sandbox.derivation import check_step
from sandbox.drill import check_answer
from sandbox.library import load_problem
from tests.browser.conftest import Seat
from tests.browser.served import ROOT, Candidate
from tests.browser.solutions import solution

pytestmark = pytest.mark.browser

PROBLEMS = ROOT / "sandbox" / "problems"


def hand_in(candidate: Candidate, code: str) -> None:
    """Submits code and waits for the verdict."""
    page = candidate.page
    candidate.write_code(code)
    # A second click within a moment of the first counts as one double click.
    page.wait_for_function("Date.now() - Number(document.querySelector('#submit').dataset.clicked || 0) > 650")
    page.evaluate("document.querySelectorAll('#result .judged').forEach((shown) => shown.classList.add('earlier'))")
    page.click("#submit")
    page.locator("#result .judged:not(.earlier)").wait_for(timeout=60_000)


@pytest.mark.parametrize(
    ("slug", "suffix"),
    [
        ("numpy-softmax", ".py"),
        ("layer-norm", ".py"),
        ("max-subarray-sum", ".py"),
        ("kalman-filter-constant-velocity", ".py"),
        ("implement-stack", ".cpp"),
    ],
)
def test_wrong_code_is_explained_and_right_code_solves_the_problem(seat: Seat, slug: str, suffix: str) -> None:
    problem = load_problem(PROBLEMS / slug)
    candidate = seat()
    page = candidate.page
    candidate.visit(f"/problem?slug={slug}", "#problem-header .status")
    assert page.locator("#problem-header .status").inner_text() == "没做过"
    assert problem.entry in page.locator("#task-statement").inner_text()
    if suffix == ".cpp":
        page.locator("#code-language label", has_text="C++").click()
        expect(page.locator("#editor .cm-content")).to_contain_text("public:")

    hand_in(candidate, solution(slug, right=False, suffix=suffix))
    assert page.locator("#result .verdict-line .verdict.bad").is_visible()
    failed = page.locator("#result .cases tbody tr", has=page.locator(".verdict.bad")).first
    assert len(failed.locator("pre").inner_text()) > 10
    expect(page.locator("#problem-header .status")).to_have_text("试过")
    assert page.locator("#onward .onward-card").count() == 0

    hand_in(candidate, solution(slug, right=True, suffix=suffix))
    assert page.locator("#result .verdict-line .verdict.good").is_visible(), page.locator("#result").inner_text()
    expect(page.locator("#problem-header .status")).to_have_text("已通过")
    assert page.locator("#onward .onward-card").count() == bool(problem.follow_ups)
    assert "（2）" in page.locator("#onward summary").inner_text()


def test_a_draft_outlives_a_reload_and_samples_count_for_nothing(seat: Seat) -> None:
    candidate = seat()
    page = candidate.page
    candidate.visit("/problem?slug=jump-game", "#problem-header .status")
    page.locator("#code-language label", has_text="C++").click()
    expect(page.locator("#editor .cm-content")).to_contain_text("bool can_jump(")
    candidate.write_code("// 写到一半 <b>x</b> {{y}}")
    page.reload()
    expect(page.locator("#editor .cm-content")).to_have_text("// 写到一半 <b>x</b> {{y}}")
    assert page.locator("#code-language input[value=cpp]").is_checked()

    page.locator("#code-language label", has_text="Python").click()
    candidate.write_code(solution("jump-game", right=True))
    page.click("#try-samples")
    page.locator("#result .judged", has_text="不计分").wait_for()
    page.reload()
    expect(page.locator("#problem-header .status")).to_have_text("没做过")

    for number in (1, 2, 3):
        page.wait_for_timeout(650)
        page.click("#hint")
        expect(page.locator("#hints li")).to_have_count(number)
    expect(page.locator("#hint")).to_be_hidden()


def test_filters_stand_in_the_address_and_lead_to_problems_and_back(seat: Seat) -> None:
    candidate = seat()
    page = candidate.page
    candidate.visit("/problems", ".problem-row")
    everything = page.locator(".problem-row").count()
    page.click("#filter-company input")
    page.get_by_role("option", name=re.compile("旷视")).click()
    expect(page.locator("[data-slug=nms]")).to_be_visible()
    expect(page.locator("[data-slug=layer-norm]")).to_have_count(0)
    assert 0 < page.locator(".problem-row").count() < everything
    page.reload()
    expect(page.locator("#filter-company input")).to_have_value(re.compile("旷视"))
    page.locator("[data-slug=nms] a.title").click()
    page.locator("#problem-header a.back").click()
    expect(page.locator("[data-slug=nms]")).to_be_visible()
    assert "company=" in page.url

    candidate.visit("/problems?words=im2col", ".problem-row")
    assert page.locator(".problem-row.variant").count() >= 1
    page.fill("#words input, #words textarea", "<img src=x onerror=alert(1)> 没有")
    page.press("#words input, #words textarea", "Enter")
    page.locator("#problems .empty").wait_for()


def test_a_random_problem_of_a_company_says_why_it_was_chosen(seat: Seat) -> None:
    candidate = seat()
    page = candidate.page
    candidate.visit("/problems?company=影石", ".problem-row")
    page.click("#random")
    page.locator("#problem-header .notice", has_text="影石 Insta360问过").wait_for()
    assert "影石" in page.locator("#asked-by").inner_text()
    page.goto(page.url.replace("picked=asked", "picked=<b>x</b>"))
    page.locator("#problem-header .status").wait_for()
    assert page.locator("#problem-header .notice").count() == 0


def test_a_problem_and_its_question_in_the_corpus_link_to_each_other(seat: Seat) -> None:
    candidate = seat()
    page = candidate.page
    candidate.visit("/problem?slug=reverse-linked-list", "#asked-by a")
    page.locator("#asked-by a", has_text="地平线").click()
    page.locator(".question-item.wanted a", has_text="reverse-linked-list").click()
    page.locator("#problem-header .status").wait_for()
    candidate.visit("/problem?slug=no-such", "#problem-header .empty")
    expect(page.locator("#problem-header .empty")).to_contain_text("no-such")


def test_a_drill_is_answered_wrongly_and_rightly_and_comes_with_fresh_numbers(seat: Seat) -> None:
    candidate = seat()
    page = candidate.page
    candidate.visit("/drill?id=conv-flops", "#drill-question p")
    page.wait_for_url("**/drill?id=conv-flops-*")
    question = page.locator("#drill-question").inner_text()
    number = page.url.rpartition("=")[2]
    page.reload()
    expect(page.locator("#drill-question")).to_have_text(question, use_inner_text=True)

    box = "#answer-box input, #answer-box textarea"
    page.fill(box, "1")
    page.press(box, "Enter")
    page.locator("#drill-told .bad").wait_for()
    expected = check_answer(number, "1").expected
    assert f"{expected:,}" in page.locator("#drill-told").inner_text()
    page.fill(box, str(expected))
    page.click("#check")
    page.locator("#drill-told .good").wait_for()
    page.click("#next-drill")
    expect(page.locator("#drill-question")).not_to_have_text(question, use_inner_text=True)
    expect(page.locator("#drill-told .working")).to_have_count(0)


def test_a_derivation_goes_on_step_by_step(seat: Seat) -> None:
    candidate = seat(width=390, height=844)
    page = candidate.page
    candidate.visit("/problems?kind=derivation", "[data-slug=crf-forward]")
    page.locator("[data-slug=crf-forward] a.title").click()
    page.wait_for_url("**/derivation?id=crf-forward-*")
    given = page.url.partition("id=")[2].partition("&")[0]
    asked, told, box = page.locator("#drill-question"), page.locator("#drill-told"), "#answer-box textarea"
    expect(asked).to_contain_text("1/6")

    page.fill(box, "T*K")
    page.press(box, "Enter")
    told.locator(".bad").wait_for()
    page.fill(box, "很多 <b>条</b>")
    page.click("#check")
    expect(told).to_contain_text("没看懂这个式子")
    page.click("#hint")
    expect(told).to_contain_text("几种选法")
    page.fill(box, "K^T")
    page.click("#check")
    expect(asked).to_contain_text("2/6")
    page.reload()
    expect(asked).to_contain_text("2/6")
    assert candidate.overflow() <= 0
    page.click("#reveal")
    for step in range(3, 7):
        expect(asked).to_contain_text(f"{step}/6")
        page.fill(box, str(check_step(given, step, "").expected))
        page.press(box, "Enter")
    expect(page.locator("#drill-question a")).to_have_text("把它写成代码 →")
    assert page.locator(".derived-step").count() == 6
    page.click("#next-drill")
    expect(asked).to_contain_text("1/6")
    assert given not in page.url


def test_the_problem_pages_fit_a_phone_and_speak_english(seat: Seat) -> None:
    candidate = seat(width=390, height=844)
    page = candidate.page
    candidate.visit("/en/problems", ".problem-row")
    assert candidate.overflow() <= 0
    candidate.visit("/en/problem?slug=iou", "#problem-header .status")
    assert "iou" in page.locator("#task-statement").inner_text()
    hand_in(candidate, "def nothing():\n    return " + "1 + " * 60 + "1")
    assert candidate.overflow() <= 0
    page.click("a.switch")
    expect(page.locator("#problem-header .status")).to_have_text("试过")
    expect(page.locator("#editor .cm-content")).to_contain_text("def nothing")
    candidate.visit("/en/problems?status=tried", "[data-slug=iou]")
    assert page.locator("[data-slug=iou] > .head .status").inner_text() == "Tried"
    candidate.visit("/en/drill?id=conv-flops-7", "#drill-question p")
    assert "FLOPs" in page.locator("#drill-question").inner_text()
    assert candidate.overflow() <= 0
