"""How well the shipped questions are found, through the real library and index: queries in people's own words."""

from collections.abc import Iterator
from itertools import product

import pytest

from bot.background import background
from corpus.companies import round_names
from corpus.index import QuestionIndex
from corpus.library import Library, shipped_reports
from corpus.search import HybridSearch
from rubrics.load import load_rubrics
from sandbox.library import load_problems
from tests.corpus.queries import asked, quality, queries


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(shipped_reports())


@pytest.fixture(scope="module")
def search(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HybridSearch]:
    rubrics, problems = load_rubrics(), load_problems([]).problems
    with QuestionIndex(tmp_path_factory.mktemp("index")) as index:
        index.upsert(tuple(library.by_id.values()))
        yield HybridSearch(index, lambda card, problem: background(card, problem, rubrics, problems))


@pytest.mark.parametrize("name", ["dev", "fresh", "held_out"])
def test_every_right_answer_is_in_the_library(library: Library, name: str):
    known = {source for question in library.by_id.values() for source in question.source}
    lost = [query.query for query in queries(name) if not known & set(query.gold)]
    assert lost == []


@pytest.mark.parametrize(
    ("name", "recall", "mrr"),
    [("dev", 0.95, 0.90), ("fresh", 0.90, 0.80), ("held_out", 0.90, 0.80)],
)
def test_what_people_ask_is_found(search: HybridSearch, name: str, recall: float, mrr: float):
    found = quality(search, queries(name))
    assert found.recall >= recall
    assert found.mrr >= mrr


@pytest.mark.parametrize("name", ["dev", "held_out"])
def test_queries_with_flags_find_nothing_else(search: HybridSearch, name: str):
    scoped = [query for query in queries(name) if query.company or query.round]
    assert len(scoped) >= 10
    for query in scoped:
        for hit in asked(search, query).hits:
            assert query.company in (None, hit.question.company)
            assert query.round in (None, hit.question.round)


def test_every_company_and_round_keeps_to_itself(search: HybridSearch, library: Library):
    """Of rounds that nobody reported, nothing is found rather than something else."""
    held = {(question.company, question.round) for question in library.by_id.values()}
    pairs = list(product(library.companies, round_names()))
    assert len(pairs) >= 100
    for place, text in product(pairs, ("介绍一下你的项目", "手写一道编程题")):
        places = {(hit.question.company, hit.question.round) for hit in search.search(text, *place, k=10)}
        assert places <= {place} & held
