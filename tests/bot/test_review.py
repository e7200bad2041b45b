"""A stored interview as a document: complete, and nothing a candidate wrote comes alive in it."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from bot.assessment import review_of
from bot.export import EXPORTERS
from bot.interview import Interview
from bot.planned import PlannedQuestion
from bot.review import ReviewedInterview, as_html, as_json, as_markdown, citation, plain, reviewed
from bot.schema import AnyEvent, Language, Move, Said, Speaking
from bot.services import Services
from tests.bot.candidates import Code, hear, hold, saying

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> [点我](javascript:alert(3)) ![图](https://evil.example/x.png)",
    "# 大标题\n\n| a | b |\n|---|---|\n\n---\n**粗体** _斜体_ `代码`\n> 引用",
    "</body></html><h1>第二页</h1> &lt;b&gt; <!-- 注释 --> <https://evil.example>",
    "1. 列表\n- 列表\n+ 列表\n    缩进\n~~~\n围栏\n~~~\n$x^2$ ~~删~~ https://evil.example/auto",
    "```\n三个反引号\n````\n四个反引号\n<b>\n",
)
HOSTILE_CODE = (
    "# ````\n</pre><script>alert(4)</script>\n" + "x = '" + "字" * 300 + "'\n`````\n<img src=x onerror=alert(5)>\n"
)


@pytest.fixture(scope="module")
def interview(shared: Services) -> Interview:
    """An interview with a candidate who writes markup into every answer and into the code."""
    begun = Interview.begin(shared, company="地平线", round_name="二面", seed=2)
    words = saying(*HOSTILE)
    hold(begun, lambda held: Code(HOSTILE_CODE) if held.problem is not None else words(held))
    return begun


@pytest.fixture(scope="module")
def review(interview: Interview, shared: Services) -> ReviewedInterview:
    return review_of(shared, interview.id)


def tags(html: str) -> set[str]:
    from html.parser import HTMLParser

    found: set[str] = set()

    class Collector(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.add(tag)
            assert not [name for name, _ in attrs if name.startswith("on") or name in ("href", "src")], attrs

    Collector().feed(html)
    return found


def test_html_in_answers_and_code_is_shown_and_not_run(review: ReviewedInterview) -> None:
    html = as_html(review)
    assert not tags(html) & {"script", "img", "a", "iframe", "svg", "object", "form"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "&lt;script&gt;alert(4)&lt;/script&gt;" in html
    assert html.count("</body>") == 1
    assert html.count("<h1>") == 1


def test_the_page_loads_nothing_from_elsewhere(review: ReviewedInterview) -> None:
    assert not tags(as_html(review)) & {"link", "img", "script"}
    assert "url(" not in as_html(review)


@pytest.mark.parametrize("html", [False, True])
def test_markdown_in_answers_is_inert_in_any_viewer(review: ReviewedInterview, html: bool) -> None:
    tokens = MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"]).parse(as_markdown(review))
    headings = [t.tag for t in tokens if t.type == "heading_open"]
    assert headings.count("h1") == 1
    assert sum(t.type == "table_open" for t in tokens) == 1, "only the table of dimensions"
    assert sum(t.type == "fence" for t in tokens) == 3, "only the three submissions"
    inline = [child for t in tokens for child in t.children or []]
    assert not [t for t in inline if t.type in ("link_open", "image", "s_open")]
    assert not [t for t in inline if t.type == "html_inline" and t.content != "<br>"]
    assert not [t for t in tokens if t.type in ("html_block", "hr", "code_block")]


@pytest.mark.parametrize(
    "text",
    [
        "<b>",
        "# 标题",
        "a\n# 标题",
        "---",
        "a\n---",
        "===",
        "- 项",
        "+ 项",
        "* 项",
        "1. 项",
        "1) 项",
        "    缩进四格",
        "\t缩进",
        "> 引用",
        "~~~",
        "```py",
        "[a](b)",
        "![a](b)",
        "<https://a.b>",
        "&amp; &#35;",
        "\\# 反斜杠 \\",
        "a|b|c",
        "| a |\n|---|",
        "[a]: http://b",
        "  \n  \n x",
        "",
    ],
)
def test_plain_text_is_read_as_it_is_written(text: str) -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = parser.parse(plain(text))
    assert {t.type for t in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    inline = [child for t in tokens for child in t.children or []]
    assert {t.type for t in inline} <= {"text", "html_inline", "softbreak"}
    shown = "".join("\n" if t.type == "html_inline" else t.content for t in inline)
    assert shown.split() == text.split()


def test_every_word_is_there_and_so_is_every_source(interview: Interview, review: ReviewedInterview) -> None:
    document = as_json(review)
    texts = [turn["text"] for turn in document["turns"]]
    for event in interview.events:
        if event.type in ("said", "answered"):
            assert event.text in texts
        elif event.type == "submitted":
            assert event.code in texts
    markdown = as_markdown(review)
    for question in review.scorecard.questions:
        assert all(str(source).split(":")[-1] in markdown for source in question.source)


def test_the_json_has_the_promised_keys(review: ReviewedInterview) -> None:
    document: dict[str, Any] = json.loads(EXPORTERS["json"](review))
    assert {"id", "company", "round", "state", "turns", "scorecard"} <= document.keys()
    turn = document["turns"][0]
    assert {"turn", "speaker", "move", "text", "question", "submission", "scores"} <= turn.keys()
    assert turn["question"].keys() == {"id", "text", "company", "round", "date", "borrowed", "source"}
    assert {
        "recommendation",
        "fraction",
        "coverage",
        "dimensions",
        "questions",
        "problems",
        "study",
        "flags",
    } <= document["scorecard"].keys()
    assert document["state"] == "finished"
    assert [t["turn"] for t in document["turns"]] == list(range(1, len(document["turns"]) + 1))
    submitted = [t for t in document["turns"] if t["submission"]]
    assert all(t["submission"]["result"]["verdict"] != "accepted" for t in submitted)
    assert len(submitted) == 3


def test_the_pdf_holds_the_text(review: ReviewedInterview) -> None:
    pages = PdfReader(BytesIO(EXPORTERS["pdf"](review))).pages
    text = "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")
    assert "地平线" in text
    assert "评分表" in text
    assert "<script>alert(1)</script>" in text
    assert text.count("字") >= 300
    opening = review.turns[0].text.replace(" ", "")
    assert opening[:20] in text


@pytest.mark.parametrize("kind", sorted(EXPORTERS))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_interview_that_has_only_begun_can_be_exported(shared: Services, kind: str, language: Language) -> None:
    begun = Interview.begin(shared, company="旷视", round_name="一面", language=language, seed=1)
    assert EXPORTERS[kind](review_of(shared, begun.id))
    hear(begun)
    document = EXPORTERS[kind](review_of(shared, begun.id))
    assert document.startswith({"pdf": b"%PDF", "html": b"<!doctype html>", "md": b"# ", "json": b"{"}[kind])


class TestCutOffSpeech:
    def turns(self, shared: Services, *events: AnyEvent) -> list[str]:
        begun = Interview.begin(shared, company="旷视", round_name="一面", seed=1)
        return [turn.text for turn in reviewed(begun.id, [*begun.events, *events], begun.scorecard()).turns]

    def test_what_was_shown_before_a_kill_is_shown_again(self, shared: Services) -> None:
        (text,) = self.turns(shared, Speaking(turn=1, text="你好，"), Speaking(turn=1, text="你好，先做个"))
        assert text.startswith("你好，先做个")
        assert "中断" in text

    def test_it_stays_when_the_interviewer_says_something_else_after_it(self, shared: Services) -> None:
        texts = self.turns(
            shared,
            Speaking(turn=1, text="你好，先做个"),
            Said(turn=1, move=Move.ASK, text="欢迎，请介绍自己。"),
        )
        assert len(texts) == 2
        assert texts[0].startswith("你好，先做个")
        assert texts[1] == "欢迎，请介绍自己。"

    def test_pieces_of_an_utterance_that_was_finished_are_not_shown_twice(self, shared: Services) -> None:
        texts = self.turns(
            shared, Speaking(turn=1, text="你好"), Said(turn=1, move=Move.ASK, text="你好，请介绍自己。")
        )
        assert texts == ["你好，请介绍自己。"]


def test_a_borrowed_question_says_so(shared: Services) -> None:
    begun = Interview.begin(shared, company="快手", round_name="一面", seed=1)
    questions: tuple[PlannedQuestion, ...] = begun.started.plan.questions
    cited = {question.borrowed: citation(question, "zh") for question in questions}
    assert "借用" in cited[True]
    assert "借用" not in cited[False]
    assert "快手" in cited[False]
