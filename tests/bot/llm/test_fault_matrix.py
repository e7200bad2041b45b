"""Every fault of the endpoint in every place that asks it something: the place goes on without, says so in one line,
and asks again the next time.

The faults are those of `test_chat`. Their column for an interviewer's turn is in `test_interviewer`, that of the scorer
in `test_scoring`; here are the others: inside a stream of which something was shown, vectors of the index and of a
query, the outlines of a report and of a CV, and an address at which nobody listens for all of them.
"""

from __future__ import annotations

import itertools
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.errors import EndpointError
from bot.interview import Interview
from bot.llm.chat import ChatEndpoint
from bot.llm.embeddings import EndpointEmbeddings
from bot.llm.outlining import Outliner
from bot.llm.resume_outlining import outline_resume
from bot.schema import Scored, Speaking
from corpus.index import QuestionIndex
from corpus.parse import parse_report
from corpus.report import Kind, Question, Source
from corpus.search import HybridSearch
from tests.bot.llm import endpoint as server
from tests.bot.llm.conftest import KEY, LITTLE_PATIENCE, PATIENCE, StreamingServices
from tests.bot.llm.endpoint import Reply, ScriptedEndpoint, Wire, computed, embeds, event, says
from tests.bot.llm.test_chat import FAULTS, HANGS
from tests.bot.llm.test_interviewer import begin, faithful, hear
from tests.bot.llm.test_scoring import ScoredServices, answered, at_a_card, verdicts

SHOWN = "嗯，我听到了。那么，"


def after_some_words(wire: Wire) -> None:
    wire.head(headers={**server.SSE, "Content-Length": "99999"})
    wire.send(event({"content": SHOWN}))


def then(rest: bytes | str) -> Reply:
    """Words that are shown, then these bytes and a clean end."""

    def reply(wire: Wire) -> None:
        wire.head(headers=server.SSE)
        wire.send(event({"content": SHOWN}))
        wire.send(rest)

    return reply


def then_reset(wire: Wire) -> None:
    after_some_words(wire)
    # The client is to read the words before the reset throws them away.
    wire.closing.wait(0.05)
    wire.reset()


def then_stalls(wire: Wire) -> None:
    after_some_words(wire)
    wire.closing.wait()


def then_keeps_alive(wire: Wire) -> None:
    after_some_words(wire)
    while not wire.closing.wait(0.02):
        wire.send(": still working\n\n")


def then_thinks_for_ever(wire: Wire) -> None:
    after_some_words(wire)
    while not wire.closing.wait(0.02):
        wire.send(event({"reasoning_content": "嗯"}))


def then_floods(wire: Wire) -> None:
    after_some_words(wire)
    wire.send("data: ")
    while not wire.closing.is_set():
        wire.send(b"x" * 65536)


INSIDE: dict[str, Reply] = {
    "reset": then_reset,
    "clean cut": then(""),
    "stall": then_stalls,
    "keep-alive only": then_keeps_alive,
    "endless thoughts": then_thinks_for_ever,
    "flood": then_floods,
    "malformed stream": then('data: {"choices": [{"delta": {"content": "你\n\n'),
    "bad UTF-8": then(b'data: {"choices": [{"index": 0, "delta": {"content": "\xff\xfe"}}]}\n\n'),
    "no object": then("data: 42\n\ndata: [DONE]\n\n"),
    "html": then("<html>502</html>\n\n"),
    "empty choices": then('data: {"id": "c", "object": "x", "choices": []}\n\ndata: [DONE]\n\n'),
    "null choices": then('data: {"id": "c", "object": "x", "choices": null}\n\ndata: [DONE]\n\n'),
    "error inside": then('data: {"error": {"message": "GPU fell over", "code": 500}}\n\n'),
    "rate limited inside": then('data: {"error": {"message": "slow down", "code": 429}}\n\n'),
    "content filter": then(event({}, "content_filter")),
    "length": then(event({}, "length")),
    "tool call": then(event({}, "tool_calls")),
    "refusal": then(event({"refusal": "I cannot help with that."}) + event({}, "stop")),
}
SLOW_INSIDE = {"stall", "keep-alive only", "endless thoughts"}
EVERYWHERE = [*FAULTS, *HANGS, "refused connection"]


@pytest.fixture(scope="module")
def nobody() -> Iterator[str]:
    """An address at which nobody listens, as long as the socket is bound."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}/v1"


@pytest.fixture
def chat_at(
    endpoint: ScriptedEndpoint, settings: Settings, nobody: str, request: pytest.FixtureRequest
) -> ChatEndpoint:
    """Access to an endpoint that has the fault the test is about."""
    fault = request.node.callspec.params["fault"]
    if fault == "refused connection":
        return ChatEndpoint(settings.model_copy(update={"base_url": nobody}), PATIENCE)
    endpoint.script((FAULTS | HANGS)[fault][0])
    return ChatEndpoint(settings, LITTLE_PATIENCE if fault in HANGS else PATIENCE)


def check_line(told: str) -> None:
    assert told
    assert "\n" not in told
    assert KEY not in told


# -- the interviewer -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", INSIDE)
def test_inside_a_stream_what_was_shown_stays_and_the_script_says_it_all(
    fault: str, endpoint: ScriptedEndpoint, llm_services: StreamingServices
) -> None:
    llm_services.patience = LITTLE_PATIENCE if fault in SLOW_INSIDE else PATIENCE
    endpoint.script(computed(faithful))
    interview = begin(llm_services)
    hear(interview)
    interview.answer("我做过目标跟踪。")
    endpoint.script(INSIDE[fault])
    said = hear(interview)
    assert said.worded_by == "scripted"
    check_line(said.notice or "")
    shown = [each for each in interview.events if isinstance(each, Speaking) and each.turn == said.turn]
    assert all(SHOWN.startswith(each.text) for each in shown)
    # On a slow machine a reset or the end of the patience may come before the words.
    assert shown or fault in SLOW_INSIDE | {"reset"}
    assert Interview.take_up(llm_services, interview.id).events == interview.events

    llm_services.patience = PATIENCE
    endpoint.script(computed(faithful))
    interview.answer("用卡尔曼滤波预测，再用 IoU 匹配。")
    assert hear(interview).worded_by == "llm"


def test_where_nobody_listens_the_interview_goes_on(settings: Settings, nobody: str) -> None:
    opened = StreamingServices(settings.model_copy(update={"base_url": nobody}))
    try:
        interview = begin(opened)
        check_line(hear(interview).notice or "")
        interview = at_a_card(Interview.begin(opened, company="字节跳动", round_name="四面", seed=7))
        check_line(answered(interview).fallback or "")
        assert [event.score.scorer for event in interview.events if isinstance(event, Scored)][-1] == "lexical"
        assert interview.waits_for_candidate
    finally:
        opened.close()


@pytest.mark.parametrize("fault", ["key refused", "stall before"])
def test_the_scorer_asks_the_model_again_with_the_next_answer(
    fault: str, endpoint: ScriptedEndpoint, settings: Settings
) -> None:
    opened = ScoredServices(settings)
    opened.patience = LITTLE_PATIENCE if fault in HANGS else PATIENCE
    endpoint.script((FAULTS | HANGS)[fault][0])
    interview = at_a_card(Interview.begin(opened, company="字节跳动", round_name="四面", seed=7))
    assert answered(interview).scorer == "lexical"
    endpoint.script(computed(verdicts))
    opened.patience = PATIENCE
    assert answered(Interview.take_up(opened, interview.id)).scorer == "llm"
    opened.close()


# -- vectors ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def embedding_endpoint() -> Iterator[ScriptedEndpoint]:
    with server.running() as scripted:
        scripted.script(embeds())
        yield scripted


@pytest.fixture(scope="module")
def embeddings(embedding_endpoint: ScriptedEndpoint, tmp_path_factory: pytest.TempPathFactory) -> EndpointEmbeddings:
    named = Settings(
        data=tmp_path_factory.mktemp("vectors"),
        embedding_model="e5",
        base_url=embedding_endpoint.base_url,
        api_key=SecretStr(KEY),
    )
    return EndpointEmbeddings(named, PATIENCE)


@pytest.fixture(scope="module")
def index(embeddings: EndpointEmbeddings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[QuestionIndex]:
    with QuestionIndex(tmp_path_factory.mktemp("index"), embedder=embeddings) as opened:
        yield opened


NUMBER = itertools.count()


@pytest.mark.parametrize("fault", EVERYWHERE)
def test_without_vectors_questions_are_kept_and_found_by_their_words(
    fault: str,
    embedding_endpoint: ScriptedEndpoint,
    embeddings: EndpointEmbeddings,
    index: QuestionIndex,
    nobody: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patched:
        if fault in HANGS:
            patched.setattr(embeddings, "_patience", LITTLE_PATIENCE)
        if fault == "refused connection":
            patched.setattr(embeddings, "_base_url", nobody)
        else:
            embedding_endpoint.script((FAULTS | HANGS)[fault][0])
        number = next(NUMBER)
        new = Question(
            id=f"q{number}", company="甲视觉", round="一面", date=None, kind=Kind.FUNDAMENTALS,
            text=f"第{number}号批归一化", source=(Source(file="a.txt", line=1),),
        )  # fmt: skip
        before = index.info()["unembedded"]
        assert index.upsert([new]) == 1
        assert index.info()["unembedded"] == before + 1
        found = HybridSearch(index).find(f"第{number}号批归一化", k=50)
        assert new.id in [hit.question.id for hit in found.hits]
        assert found.notes == ("words_only",)
    embedding_endpoint.script(embeds())
    assert index.upsert([new]) == 0
    assert index.info()["unembedded"] == before
    assert HybridSearch(index).find(f"第{number}号批归一化").notes == ()


# -- outlines --------------------------------------------------------------------------------------------------

REPORT = "聊聊我在某独角兽的经历\n上来先问了 BN\n还问了手撕 NMS\n"
OUTLINE = {"lines": [{"line": 1, "role": "company", "company": "商汤"}, {"line": 2, "role": "question"}]}
CV = "我这两年主要做了两件事\n先是手机上的抠图\n后来转去做跟踪\n"
CV_OUTLINE = {"lines": [{"line": 2, "role": "project"}, {"line": 3, "role": "project"}]}


@pytest.mark.parametrize("fault", EVERYWHERE)
def test_without_an_outline_a_report_is_read_by_the_program(
    fault: str, chat_at: ChatEndpoint, chat: ChatEndpoint, endpoint: ScriptedEndpoint, tmp_path: Path
) -> None:
    path = tmp_path / "post.txt"
    path.write_text(REPORT, "utf-8")
    parsed = Outliner(chat_at)(path, parse_report(path))
    assert parsed.report == parse_report(path).report
    check_line(parsed.skipped[0].reason)
    endpoint.script(says(json.dumps(OUTLINE)))
    assert Outliner(chat)(path, parse_report(path)).report.rounds[0].company == "商汤"


@pytest.mark.parametrize("fault", EVERYWHERE)
def test_without_an_outline_a_cv_says_why(
    fault: str, chat_at: ChatEndpoint, chat: ChatEndpoint, endpoint: ScriptedEndpoint
) -> None:
    with pytest.raises(EndpointError) as caught:
        outline_resume(chat_at, CV)
    check_line(str(caught.value))
    endpoint.script(says(json.dumps(CV_OUTLINE)))
    assert set(outline_resume(chat, CV).values()) == {"project"}
