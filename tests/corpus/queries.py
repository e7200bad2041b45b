"""How well questions are found: queries with known answers, and the two measures over them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict

from corpus.report import Source
from corpus.search import Found, HybridSearch


class Query(BaseModel):
    """What somebody types, and all places that ask it."""

    model_config = ConfigDict(extra="forbid")

    type: str
    query: str
    company: str | None = None
    round: str | None = None
    gold: tuple[Source, ...]


class Quality(NamedTuple):
    """Of a set of queries."""

    recall: float
    """Share of queries with a right question among the first five."""
    mrr: float
    """Mean of one over the rank of the first right question, 0 beyond the tenth."""


def queries(name: str) -> list[Query]:
    """Of `queries_<name>.yaml`: dev and fresh are tuned on, held_out never."""
    stored = yaml.safe_load(Path(__file__).with_name(f"queries_{name}.yaml").read_text("utf-8"))
    return [Query.model_validate(each) for each in stored]


def asked(search: HybridSearch, query: Query, k: int = 10) -> Found:
    return search.find(query.query, query.company, query.round, k)


def rank(search: HybridSearch, query: Query) -> int | None:
    """Of the first right question, from 1; None beyond the tenth."""
    gold = set(query.gold)
    hits = asked(search, query).hits
    return next((place for place, hit in enumerate(hits, 1) if gold & set(hit.question.source)), None)


def quality(search: HybridSearch, among: Iterable[Query]) -> Quality:
    ranks = [rank(search, query) for query in among]
    recall = sum(place is not None and place <= 5 for place in ranks) / len(ranks)
    return Quality(recall, sum(1 / place for place in ranks if place) / len(ranks))
