"""The pages in a real browser, against the real app."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import Seat
from tests.browser.served import ROOT, App
from tests.browser.solutions import solution

pytestmark = pytest.mark.browser

INTRODUCTION = "我是计算机专业的硕士，研究方向是图像分割，做过一个人像抠图项目，我负责模型训练。"
SLOW_ENDS = """() => {
  const fetched = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await fetched(...asked);
    if (!String(asked[0]?.url ?? asked[0]).includes("/queue/data")) return answer;
    const slow = new TransformStream({
      async transform(piece, onward) {
        if (new TextDecoder().decode(piece).includes("process_completed")) {
          window.slowed = (window.slowed || 0) + 1;
          await new Promise((done) => setTimeout(done, 500));
        }
        onward.enqueue(piece);
      },
    });
    return new Response(answer.body.pipeThrough(slow), answer);
  };
}"""
"""A network on which the end of an event comes half a second after its last update."""
HOSTILE = "<b>粗</b> <img src=x onerror=alert(1)> ${1+1} {{value}} **星号** [链接](http://example.com)"


def test_a_whole_interview_from_the_form_to_the_review(seat: Seat) -> None:
    candidate = seat()
    page = candidate.page
    candidate.begin("旷视", "二面")
    assert "interview=" in page.url
    assert page.locator(".turn.interviewer .cited").count() == 1
    assert page.locator("#mic, #aloud, audio").count() == 0, "voice is off"
    candidate.say(INTRODUCTION)

    candidate.reach_code()
    slug = page.locator("#slug input, #slug textarea").input_value()
    candidate.write_code(solution(slug, right=False))
    page.click("#try-samples")
    page.locator("#result .judged", has_text="不计分").wait_for()
    candidate.click("#submit")
    assert page.locator("#result .verdict.bad").first.is_visible()
    assert page.locator("#result .cases tbody tr .verdict.bad").count() > 0
    candidate.write_code(solution(slug, right=True))
    candidate.click("#submit")
    assert not page.locator("#bench").is_visible()
    assert page.locator(".turn.candidate .verdict-line .verdict.good").is_visible()

    candidate.click("#quick-end")
    scorecard = page.locator("#ending .scorecard")
    assert scorecard.locator(".badge.recommendation").count() == 1
    assert scorecard.locator(".problems", has_text="提交 2 次").count() == 1
    page.click(".onward a.primary")

    page.locator("#radar .js-plotly-plot svg.main-svg").first.wait_for()
    assert "未评分" in page.locator("#radar").inner_text()
    quoted = page.locator("#transcript mark").all_inner_texts()
    assert quoted
    assert all(quote in INTRODUCTION for quote in quoted)
    assert page.locator("#transcript details.code").count() == 2
    with page.expect_download() as download:
        page.get_by_role("link", name="MD", exact=True).click()
    assert INTRODUCTION in download.value.path().read_text(encoding="utf-8")


def test_nothing_sent_is_lost_where_an_event_ends_slowly(seat: Seat) -> None:
    candidate = seat()
    candidate.begin("旷视", "二面")
    candidate.page.evaluate(SLOW_ENDS)
    for words in ("你好。", INTRODUCTION, "下一题"):
        candidate.say(words)
    assert candidate.page.evaluate("window.slowed") >= 5
    said = candidate.page.locator(".turn.candidate .said").all_inner_texts()
    assert said == ["你好。", INTRODUCTION, "下一题"]


def test_thinking_better_of_the_end_changes_nothing(seat: Seat) -> None:
    candidate = seat()
    candidate.begin("旷视", "二面")
    candidate.page.evaluate("window.confirm = () => false")
    candidate.page.click("#quick-end")
    candidate.say("你好。")
    assert candidate.page.locator(".toast-wrap .error").count() == 0
    assert candidate.page.locator(".turn.candidate").count() == 1
    assert not candidate.page.locator("#ending").is_visible()


def test_a_killed_server_loses_nothing_that_was_shown(seat: Seat, app: App) -> None:
    candidate = seat()
    candidate.begin("字节跳动", "一面")
    candidate.say(INTRODUCTION)
    candidate.click("#quick-skip")
    url, shown = candidate.page.url, candidate.turns.all_inner_texts()
    candidate.page.close()
    app.kill()
    app.start()

    again = seat()
    again.resume(url)
    assert again.turns.all_inner_texts() == shown
    assert again.click("#quick-repeat")
    again.visit("/", "#unfinished .rows")
    assert url.rpartition("=")[2] in again.page.locator("#unfinished").inner_html()


def test_a_second_window_is_told_that_the_interview_went_on_elsewhere(seat: Seat) -> None:
    first = seat()
    first.begin("快手", "一面")
    second = seat()
    second.resume(first.page.url)
    first.say(INTRODUCTION)
    second.page.fill("#box textarea", "这句话不该被记录")
    second.page.press("#box textarea", "Enter")
    second.page.locator(".toast-body", has_text="别的窗口").wait_for()
    second.hear(2)
    assert second.page.input_value("#box textarea") == "这句话不该被记录"
    assert second.turns.all_inner_texts() == first.turns.all_inner_texts()


def test_what_candidates_write_is_shown_and_does_nothing(seat: Seat) -> None:
    candidate = seat()
    candidate.begin("快手", "一面")
    candidate.say(HOSTILE)
    assert candidate.page.locator(".turn.candidate .said").inner_text() == HOSTILE
    assert candidate.page.locator("#conversation").locator("img, b, strong, a, script").count() == 0


def test_a_verdict_is_overruled_and_found_again_after_a_reload(seat: Seat) -> None:
    candidate = seat()
    page = candidate.page
    candidate.begin("旷视", "二面")
    candidate.say(INTRODUCTION)
    url = page.url.replace("/?", "/review?")
    candidate.click("#quick-end")

    page.goto(url)
    page.locator("#overrule-point input").click()
    page.get_by_role("option").first.click()
    chosen = page.locator("#overrule-point input").input_value()
    page.locator("#overrule-verdict input:checked").wait_for()
    page.locator("#overrule-verdict label", has_text="说反").click()
    page.fill("#overrule-note textarea", HOSTILE)
    page.click("#overrule-save")
    page.locator("#scored-questions .looked-at").wait_for(state="attached")

    page.reload()
    looked_at = page.locator("#scored-questions .looked-at")
    looked_at.wait_for(state="attached")
    page.locator("#scored-questions details", has=page.locator(".looked-at")).locator("summary").click()
    assert "人工改判：说反" in looked_at.inner_text()
    assert HOSTILE in looked_at.inner_text()
    assert looked_at.locator("img, b, a").count() == 0
    assert "人工看过 1 处判定，改了 1 处" in page.locator("#reviewed .by-people").inner_text()
    # What was said is there again for who thinks better of it.
    page.locator("#overrule-point input").click()
    page.get_by_role("option", name=chosen).click()
    page.locator("#overrule-verdict input[value=contradicted]:checked").wait_for()
    assert page.input_value("#overrule-note textarea") == HOSTILE
    page.set_viewport_size({"width": 390, "height": 844})
    assert candidate.overflow() <= 0

    candidate.visit("/review", "#interviews .agreement")
    assert "人工看过 1 处判定，0 处一致" in page.locator("#interviews .agreement").inner_text()
    assert "κ" in page.locator("#interviews .agreement").inner_text()


def test_blank_answers_and_double_clicks_change_nothing(seat: Seat) -> None:
    candidate = seat()
    candidate.begin("快手", "一面")
    candidate.page.fill("#box textarea", "   ")
    candidate.page.press("#box textarea", "Enter")
    candidate.page.locator(".toast-body").wait_for()
    assert candidate.turns.count() == 1
    candidate.page.dblclick("#quick-skip")
    candidate.hear(2)
    candidate.page.wait_for_timeout(700)
    assert candidate.turns.count() == 3


def test_the_corpus_is_searched(seat: Seat) -> None:
    candidate = seat()
    page = candidate.page
    candidate.visit("/corpus", ".companies")
    page.fill("#query input, #query textarea", "层归一化和批归一化的区别")
    page.click("#find")
    page.locator(".hits .question-item").first.wait_for()
    assert ".txt:" in page.locator(".hits .cited").first.inner_text()


def test_a_report_is_looked_at_corrected_stored_and_forgotten(seat: Seat, app: App, tmp_path: Path) -> None:
    report = tmp_path / "我的面经.md"
    report.write_text(
        "# 秋招面经\n\n## 一面 2023-05-06\n\n1. 讲讲 BatchNorm 在推理时用的是什么统计量？\n   1. 那 LayerNorm 呢？\n"
        "2. 可变形卷积的偏移量是怎么学出来的？\n\n## 商汤 二面\n\n1. 写一下 IoU 的计算。\n\n#求职# #算法#\n",
        encoding="utf-8",
    )
    picture = tmp_path / "picture.md"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    candidate = seat()
    page = candidate.page

    def choose() -> None:
        candidate.visit("/corpus", ".companies")
        page.click("#ingest button")
        page.set_input_files("#report-files input[type=file]", [report, picture])
        page.locator("#preview [data-part]").first.wait_for()

    choose()
    assert page.locator("#preview .part").count() == 2
    assert page.locator("#preview .part.unknown .first-questions li.follows").inner_text().startswith("那 LayerNorm")
    assert "picture.md:1" in page.locator("#preview").inner_text()
    page.locator("#preview details summary").click()
    assert "我的面经.md:13" in page.locator("#preview .draft").inner_text()
    page.click("#cancel")
    page.locator("#preview [data-part]").first.wait_for(state="detached")
    assert not (app.data / "reports").exists()

    choose()
    page.fill("#preview .part.unknown input", "星尘<视觉>")
    page.select_option("#preview .part.unknown select", "主管面")
    page.click("#take-in")
    page.locator("#taken-in table").first.wait_for()
    assert "新增 4 题" in page.locator("#taken-in").inner_text()
    page.locator("#own-reports td", has_text="星尘<视觉>、商汤").wait_for()
    page.locator(".companies h3", has_text="星尘<视觉>").wait_for()
    candidate.visit("/corpus?company=星尘<视觉>", ".round-section")
    assert page.locator(".round-section .badge.round").inner_text() == "主管面"
    assert "那 LayerNorm" in page.locator(".round-section .chain .chain").inner_text()
    candidate.visit("/", "#start .persona")
    page.click("#company input")
    page.get_by_role("option", name="星尘<视觉>").wait_for()

    candidate.visit("/corpus", ".companies")
    page.click("#ingest button")
    page.locator("#own-reports tr", has_text="我的面经").locator("button").click()
    page.locator("#taken-in", has_text="删掉了 我的面经.md").wait_for()
    page.locator(".companies h3", has_text="星尘<视觉>").wait_for(state="detached")
    assert list((app.data / "reports").glob("*.json")) == []


def test_a_company_that_is_only_named_has_a_page(seat: Seat) -> None:
    candidate = seat()
    candidate.visit("/corpus?company=OPPO", ".about-company")
    assert "还没有问题" in candidate.page.locator(".about-company").inner_text()


def test_the_english_pages_speak_english(seat: Seat) -> None:
    candidate = seat()
    candidate.visit("/en", "#start .persona")
    assert "Start a mock interview" in candidate.page.inner_text("#start")
    candidate.page.click("#begin")
    said = candidate.hear(0)
    assert said.isascii() or "interviewer" in said or "welcome" in said
    candidate.page.click("a.switch")
    candidate.page.locator("#quick-skip", has_text="下一题").wait_for()
    assert candidate.turns.count() == 1
    candidate.visit("/en/corpus", ".companies")
    candidate.visit("/en/review", "#interviews .rows")
    assert candidate.page.locator(".page-head nav a").all_inner_texts() == [
        "Practise",
        "Problems",
        "Review",
        "Corpus",
        "Settings",
    ]


def test_nothing_is_wider_than_a_phone(seat: Seat, app: App, at_code: str) -> None:
    candidate = seat(width=390, height=844)
    candidate.visit("/", "#start .persona")
    assert candidate.overflow() <= 0
    candidate.resume(f"{app.address}/?interview={at_code}")
    candidate.write_code("def nms(boxes, scores, threshold):\n    " + "value = 1; " * 30)
    candidate.click("#submit")
    assert candidate.overflow() <= 0
    url = candidate.page.url
    candidate.click("#quick-end")
    assert candidate.overflow() <= 0
    candidate.page.goto(url.replace("/?", "/review?"))
    candidate.page.locator("#radar .js-plotly-plot svg.main-svg").first.wait_for()
    assert candidate.overflow() <= 0
    candidate.visit("/corpus?company=字节跳动", ".round-section")
    assert candidate.overflow() <= 0
    for path, names in (
        ("/corpus", ("练习", "编程题", "复盘", "题库", "设置", "English")),
        ("/en/corpus", ("Practise", "Problems", "Review", "Corpus", "Settings", "中文")),
    ):
        candidate.visit(path, ".companies")
        for name in names:
            box = candidate.page.locator(".page-head").get_by_role("link", name=name, exact=True).bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390


def test_the_web_process_never_loads_torch(app: App) -> None:
    maps = Path(f"/proc/{app.process.pid}/maps") if app.process else Path()
    if not maps.exists():
        pytest.skip("needs /proc")
    assert "libtorch" not in maps.read_text(encoding="utf-8")


def test_a_taken_port_is_told_in_one_line(app: App) -> None:
    port = app.address.rpartition(":")[2]
    ended = subprocess.run(
        [sys.executable, "app.py", "--port", port],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "--port" in ended.stderr
