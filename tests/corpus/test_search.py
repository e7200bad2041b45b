import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.index import QuestionIndex
from corpus.report import Answer, Kind, Question, Source
from corpus.search import BACKGROUND, DENSE, WORDS, HybridSearch
from corpus.understand import understand

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
    assert all(set(hit.found_by) <= {DENSE, WORDS, BACKGROUND} and hit.found_by for hit in hits)
    assert search.search("非极大值抑制") == hits


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


@pytest.mark.parametrize(
    ("query", "company", "round_name", "kind"),
    [
        ("字节二面会让写什么代码", "字节跳动", "二面", Kind.CODING),
        ("拼多多二面", "拼多多", "二面", None),
        ("pdd round 2 coding", "拼多多", "二面", Kind.CODING),
        ("字节对齐是怎么回事", None, None, None),
        ("百度一下就知道的八股", None, None, Kind.FUNDAMENTALS),
        ("快手和字节的二面有什么不同", None, "二面", None),
        ("超参数怎么选", None, None, None),
        ("B站 HR 面 反问", "哔哩哔哩", "HR面", Kind.REVERSE_QA),
    ],
)
def test_company_round_and_kind_are_understood(
    query: str, company: str | None, round_name: str | None, kind: Kind | None
):
    understood = understand(query)
    assert (understood.company, understood.round, understood.kind) == (company, round_name, kind)


def test_what_is_given_goes_before_what_the_query_says():
    understood = understand("字节二面 BN", "快手", "一面")
    assert (understood.company, understood.round, understood.rest) == ("快手", "一面", "bn")


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[HybridSearch]:
    make = questions()[0].model_copy
    with QuestionIndex(tmp_path) as index:
        index.upsert(
            [
                make(update={"id": "talk", "company": "拼多多", "round": "二面", "text": "讲讲你的项目"}),
                make(
                    update={
                        "id": "code",
                        "company": "拼多多",
                        "round": "二面",
                        "text": "反转链表",
                        "kind": Kind.CODING,
                        "problem": "reverse-list",
                        "answers": (Answer(by="candidate", text="用三个游标依次改指向"),),
                    }
                ),
                make(update={"id": "else", "company": "快手", "round": "一面", "text": "写代码：反转链表"}),
            ]
        )
        yield HybridSearch(index)


def test_a_query_of_company_and_round_alone_lists_the_round(asked: HybridSearch):
    assert {hit.question.id for hit in asked.search("拼多多二面问了什么")} == {"talk", "code"}


def test_a_kind_in_the_query_ranks_but_hides_nothing(asked: HybridSearch):
    assert [hit.question.id for hit in asked.search("pdd 二面会让写什么代码")] == ["code", "talk"]


def test_what_the_query_names_is_given_up_where_it_leaves_nothing(asked: HybridSearch):
    found = asked.find("拼多多三面 链表")
    assert found.hits[0].question.id == "code"
    assert found.notes == ("round_given_up",)
    assert asked.find("OPPO 链表").notes == ("company_given_up",)
    assert asked.search("链表", company="OPPO") == []


def test_an_answer_leads_to_its_question(asked: HybridSearch):
    hit = asked.search("我用三个游标，依次改它们的指向")[0]
    assert hit.question.id == "code"
    assert BACKGROUND in hit.found_by
    assert hit.parts[BACKGROUND].rank == 1


def test_what_the_caller_adds_leads_to_the_question(asked: HybridSearch):
    search = HybridSearch(asked._index, lambda card, problem: "朴素的迭代" if problem == "reverse-list" else "")
    assert search.search("朴素的迭代")[0].question.id == "code"
