"""Vectors of the endpoint: where they come from, what they are never mixed with, and what happens without them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.llm.chat import Patience
from bot.llm.embeddings import EndpointEmbeddings
from bot.services import Services
from corpus.embed import GlossaryEmbeddings
from corpus.errors import EmbeddingError
from corpus.index import QuestionIndex
from corpus.report import Kind, Question, Source
from corpus.search import DENSE, Found, HybridSearch
from tests.bot.llm.endpoint import (
    JSON,
    Reply,
    ScriptedEndpoint,
    embeds,
    error,
    html,
    reset_before,
    stall_before,
    status,
)

KEY = "sk-secret-0123456789abcdef"


@pytest.fixture
def settings(endpoint: ScriptedEndpoint, data_folder: Path) -> Settings:
    endpoint.script(embeds())
    return Settings(data=data_folder, embedding_model="e5", base_url=endpoint.base_url, api_key=SecretStr(KEY))


def question(name: str, text: str) -> Question:
    return Question(
        id=name,
        company="甲视觉",
        round="一面",
        date=None,
        kind=Kind.FUNDAMENTALS,
        text=text,
        source=(Source(file="a.txt", line=1),),
    )


def test_vectors_come_in_order_a_few_texts_at_a_time(settings: Settings, endpoint: ScriptedEndpoint) -> None:
    embeddings = EndpointEmbeddings(settings)
    texts = [f"第{n}题" for n in range(23)]
    vectors = embeddings.embed_documents(texts)
    assert vectors == [embeddings.embed_query(text) for text in texts]
    assert embeddings.dimension == 8
    assert {request.path for request in endpoint.requests} == {"/v1/embeddings"}
    assert max(len(request.body["input"]) for request in endpoint.requests) <= 10
    assert all(request.headers["authorization"] == f"Bearer {KEY}" for request in endpoint.requests)


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (error(401), "OPENAI_API_KEY"),
        (error(404), "OPENAI_BASE_URL"),
        (html, "e5"),
        (reset_before, "e5"),
        (status(200, '{"data": []}', JSON), "e5"),
        (status(200, '{"data": [{"index": 0, "embedding": ["x"]}]}', JSON), "e5"),
        (status(200, '{"data": [{"index": 0, "embedding": []}]}', JSON), "e5"),
        (status(302, "", {"Location": "http://192.0.2.1/"}), "redirected"),
    ],
)
def test_whatever_goes_wrong_is_told_without_the_key(
    settings: Settings, endpoint: ScriptedEndpoint, reply: Reply, told: str
) -> None:
    endpoint.script(reply)
    with pytest.raises(EmbeddingError) as caught:
        EndpointEmbeddings(settings).embed_query("你好")
    assert told in str(caught.value)
    assert KEY not in str(caught.value)


def test_an_endpoint_that_says_nothing_is_given_up(settings: Settings, endpoint: ScriptedEndpoint) -> None:
    endpoint.script(stall_before)
    with pytest.raises(EmbeddingError):
        EndpointEmbeddings(settings, Patience(silence=0.2)).embed_query("你好")


def test_vectors_of_two_origins_never_meet(settings: Settings, tmp_path: Path) -> None:
    first = question("a", "什么是批归一化")
    with QuestionIndex(tmp_path) as index:
        index.upsert([first])
        built_in = index.info()["collection"]
    with QuestionIndex(tmp_path, embedder=EndpointEmbeddings(settings)) as index:
        assert index.info()["collection"] != built_in
        assert index.info()["dimension"] == 8
        with index.table() as table:
            assert table.vectors().shape == (1, 8)
        assert HybridSearch(index).search("batch norm")[0].question == first
    with QuestionIndex(tmp_path) as index, index.table() as table:
        assert table.vectors().shape == (1, GlossaryEmbeddings().dimension)


def test_vectors_of_an_endpoint_outlive_the_days_without_it(
    settings: Settings, endpoint: ScriptedEndpoint, tmp_path: Path
) -> None:
    kept, gone, new = question("a", "什么是批归一化"), question("b", "反转链表"), question("c", "什么是感受野")
    with QuestionIndex(tmp_path, embedder=EndpointEmbeddings(settings)) as index:
        index.upsert([kept])
        index.upsert([gone], file="gone.md")
    with QuestionIndex(tmp_path) as index:
        index.upsert([new])
        index.remove_file("gone.md")
    endpoint.requests.clear()
    with QuestionIndex(tmp_path, embedder=EndpointEmbeddings(settings)) as index:
        assert index.questions() == [kept, new]
        embedded = [text for request in endpoint.requests for text in request.body["input"]]
        assert embedded == ["dimension", new.text]
        assert index.info()["unembedded"] == 0


def test_same_model_at_another_address_is_another_origin(settings: Settings) -> None:
    elsewhere = settings.model_copy(update={"base_url": "http://127.0.0.1:9/v1"})
    assert EndpointEmbeddings(settings).version != EndpointEmbeddings(elsewhere).version


def test_failing_while_storing_keeps_the_question_and_tries_again(
    settings: Settings, endpoint: ScriptedEndpoint, tmp_path: Path
) -> None:
    first = question("a", "什么是批归一化")
    with QuestionIndex(tmp_path, embedder=EndpointEmbeddings(settings)) as index:
        endpoint.script(error(500))
        assert index.upsert([first]) == 1
        assert index.info()["unembedded"] == 1
        endpoint.script(embeds())
        hit = HybridSearch(index).search("批归一化")[0]
        assert hit.question == first
        assert DENSE not in hit.found_by
        index.close()
        index.open()
        assert index.info()["unembedded"] == 1
        assert index.upsert([first]) == 0
        assert index.info()["unembedded"] == 0


def test_failing_at_a_query_leaves_the_words_and_says_so(
    settings: Settings, endpoint: ScriptedEndpoint, tmp_path: Path
) -> None:
    with QuestionIndex(tmp_path, embedder=EndpointEmbeddings(settings)) as index:
        index.upsert([question("a", "什么是批归一化")])
        endpoint.script(error(500))
        found = HybridSearch(index).find("批归一化")
    assert [hit.question.id for hit in found.hits] == ["a"]
    assert found.notes == ("words_only",)


def test_another_embedding_model_is_put_in_force_in_the_middle_of_a_search(
    settings: Settings, endpoint: ScriptedEndpoint, caplog: pytest.LogCaptureFixture
) -> None:
    """On all shipped questions; the other model is refused, so that the built-in vectors take over."""

    class Interrupted:
        def __init__(self, search: HybridSearch) -> None:
            self.search = search

        def find(self, *query: Any) -> Found:
            endpoint.script(error(401))
            services.reconfigure(settings.model_copy(update={"embedding_model": "bge-m3"}))
            return self.search.find(*query)

    services = Services(settings)
    try:
        before = services.index.info()
        assert (before["embedder"], before["unembedded"]) == ("e5", 0)
        services.__dict__["search"] = Interrupted(services.search)
        assert services.find("批归一化", k=1).hits
        after = services.index.info()
        assert (after["embedder"], after["questions"]) == (GlossaryEmbeddings.name, before["questions"])
        assert services.library.by_id.keys() == {question.id for question in services.index.questions()}
    finally:
        services.close()
    assert "OPENAI_API_KEY" in caplog.text
    assert KEY not in caplog.text
