import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.index import QuestionIndex
from corpus.report import Kind, Question, Source
from corpus.search import DENSE, WORDS, HybridSearch, fuse

DATA: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("retrieval.yaml").read_text("utf-8"))


def questions() -> list[Question]:
    return [
        Question(
            id=id_,
            company=company,
            round=round_name,
            date=None,
            kind=Kind.FUNDAMENTALS,
            text=text,
            source=(Source(file=f"{company}.md", line=line),),
        )
        for line, (company, round_name, id_, text) in enumerate(DATA["questions"], start=1)
    ]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QuestionIndex]:
    with QuestionIndex(tmp_path_factory.mktemp("index")) as opened:
        opened.upsert(questions())
        yield opened


@pytest.fixture(scope="module")
def search(index: QuestionIndex) -> HybridSearch:
    return HybridSearch(index)


def recall_at_5(search: HybridSearch, queries: list[dict[str, Any]]) -> float:
    """Mean share of a query's answers among its first five hits."""
    shares = []
    for query in queries:
        hits = search.search(query["text"], query.get("company"), query.get("round"), k=5)
        shares.append(len({hit.question.id for hit in hits} & set(query["ids"])) / len(query["ids"]))
    return sum(shares) / len(shares)


def test_set_is_large_and_its_answers_exist():
    known = {question.id for question in questions()}
    assert len(known) == len(questions()) >= 60
    for query in DATA["queries"] + DATA["held_out"]:
        assert set(query["ids"]) <= known


def test_recall_on_the_queries_the_glossary_was_looked_at_with(search: HybridSearch):
    assert recall_at_5(search, DATA["queries"]) >= 0.9


def test_recall_on_held_out_queries(search: HybridSearch):
    assert recall_at_5(search, DATA["held_out"]) >= 0.88


def test_reader_without_chroma_finds_as_much(index: QuestionIndex):
    with QuestionIndex(index.path, when_locked="read") as reader:
        assert reader.info()["mode"] == "reader"
        assert recall_at_5(HybridSearch(reader), DATA["held_out"]) >= 0.88


def test_company_is_filtered_before_the_best_are_taken(tmp_path: Path):
    """With 200 better matches elsewhere, a filter on a finished top-k would find nothing."""
    make = questions()[0].model_copy
    crowd = [make(update={"id": f"x{n}", "company": "丙云", "text": f"批归一化第{n}问"}) for n in range(200)]
    mine = make(update={"id": "mine", "company": "乙智驾", "round": "二面", "text": "部署时合并卷积和批归一化"})
    other_round = make(update={"id": "other", "company": "乙智驾", "round": "一面", "text": "批归一化"})
    with QuestionIndex(tmp_path) as index:
        index.upsert([*crowd, mine, other_round])
        search = HybridSearch(index)
        both = {hit.question.id for hit in search.search("批归一化", company="乙智驾")}
        hits = search.search("批归一化", company="乙智驾", round="二面")
    assert both == {"mine", "other"}
    assert [hit.question.id for hit in hits] == ["mine"]
    assert hits[0].found_by == (DENSE, WORDS)


def test_round_alone_filters_too(search: HybridSearch):
    assert {hit.question.round for hit in search.search("链表 数组 前 K 大", round="笔试")} == {"笔试"}


@pytest.mark.parametrize("scope", [{"company": "无此公司"}, {"company": "甲视觉", "round": "笔试"}])
def test_empty_scope_gives_nothing(search: HybridSearch, scope: dict[str, str]):
    assert search.search("批归一化", **scope) == []


@pytest.mark.parametrize("query", ["", "   ", "\u200b\ufeff", "qqqq zzzz", "？！……"])
def test_query_about_nothing_finds_nothing(search: HybridSearch, query: str):
    assert search.search(query) == []


@pytest.mark.parametrize("query", ["' OR 1=1 --", '{"$gt": ""}', "批归一化" * 2000, "\x00\ud7ff😀"])
def test_strange_queries_are_only_text(search: HybridSearch, query: str):
    assert len(search.search(query)) <= 5


def test_k_bounds_the_hits(search: HybridSearch):
    assert len(search.search("目标检测", k=1)) == 1
    assert len(search.search("目标检测", k=1000)) <= len(questions())
    with pytest.raises(ValueError, match="at least 1"):
        search.search("目标检测", k=0)


def test_hits_are_ordered_and_say_what_found_them(search: HybridSearch):
    hits = search.search("非极大值抑制")
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert hits[0].score == pytest.approx(1.0)
    assert all(set(hit.found_by) <= {DENSE, WORDS} and hit.found_by for hit in hits)
    assert search.search("非极大值抑制") == hits


def test_fusion_is_reciprocal_rank():
    scores = fuse(["a", "b"], ["b"])
    assert scores["a"] == pytest.approx((1 / 61) / (2 / 61))
    assert scores["b"] == pytest.approx((1 / 62 + 1 / 61) / (2 / 61))
    assert fuse([], []) == {}


def test_search_follows_the_index(tmp_path: Path):
    with QuestionIndex(tmp_path) as index:
        search = HybridSearch(index)
        assert search.search("批归一化") == []
        index.upsert(questions())
        assert search.search("批归一化在推理阶段")[0].question.id == "bn-infer"
        index.remove_file("甲视觉.md")
        assert "甲视觉" not in {hit.question.company for hit in search.search("批归一化", k=50)}


def test_langchain_retriever_gives_the_same(search: HybridSearch):
    documents = search.as_retriever(company="丙云", k=2).invoke("LoRA")
    hits = search.search("LoRA", company="丙云", k=2)
    assert [document.id for document in documents] == [hit.question.id for hit in hits]
    assert documents[0].metadata["company"] == "丙云"
    assert documents[0].page_content == hits[0].question.text


def test_importing_search_is_cheap():
    code = (
        "import sys, corpus.search, corpus.index;"
        "print({'chromadb', 'langchain_core', 'bm25s', 'rjieba', 'numpy', 'filelock'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"
