"""Whether one can tell from a transcript whose interview it was: `python -m tests.bench_personas` (some minutes).

A naive Bayes classifier reads what the interviewer said, with the names of companies and rounds masked. Training and
test have other seeds; for telling a company they have other rounds, too. Nothing here passes or fails.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from bot.config import Settings
from bot.services import Services
from bot.state import questions_of
from corpus.companies import load_companies, round_names
from corpus.words import words_of
from tests.bot.candidates import Candidate, begin, hold, knowing

Place = tuple[str, str]
"""Company and round."""

MASK = "某某"
TRAIN_SEEDS, TEST_SEEDS = (1, 2, 3), (11, 12)
FEWEST_OWN = 4
"""Rounds of fewer main questions borrow most of an interview; they are also counted apart."""
SMOOTHING = 0.1
MEDIOCRE: Candidate = knowing(0.4, code=None)


@dataclass(frozen=True)
class Heard:
    """What an interviewer said in one interview, masked."""

    whole: str
    around: str
    """Without the questions: greetings, acknowledgements, leads."""


@dataclass(frozen=True)
class Confusion:
    """Whom transcripts were taken for."""

    labels: Sequence[str]
    counts: NDArray[np.int64]
    """(true labels, told labels)"""

    @property
    def accuracy(self) -> float:
        return float(np.trace(self.counts) / self.counts.sum())

    @property
    def chance(self) -> float:
        return 1 / len(self.labels)

    def largest(self, most: int = 8) -> list[tuple[str, str, int]]:
        """True label, what it was taken for and how often, of the commonest mistakes."""
        wrong = self.counts - np.diag(np.diag(self.counts))
        order = np.argsort(-wrong, axis=None, kind="stable")[:most]
        pairs = [divmod(int(place), len(self.labels)) for place in order]
        return [
            (self.labels[true], self.labels[told], int(wrong[true, told])) for true, told in pairs if wrong[true, told]
        ]


def places_of(services: Services) -> dict[Place, int]:
    """Every round with the number of main questions in its reports."""
    library = services.library
    return {
        (company, name): sum(q.follows is None for q in library.questions(company, name))
        for company in library.companies
        for name in library.rounds_of(company)
    }


def heard(services: Services, place: Place, seed: int, candidate: Candidate = MEDIOCRE) -> Heard:
    """What is said to a candidate, without names of companies and rounds."""
    interview = begin(services, *place, seed=seed)
    said = hold(interview, candidate)
    asked = {question.id: question for question in questions_of(interview.started.plan)}
    around = []
    for each in said:
        question = asked.get(each.question or "")
        card = services.rubrics.get(question.rubric or "") if question else None
        probes = [criterion.probe.zh for criterion in card.criteria] if card else []
        texts = [question.said, *probes] if question else []
        around.append(min((each.text.partition(text)[0] for text in texts), key=len, default=each.text))
    return Heard(masked("\n".join(each.text for each in said)), masked("\n".join(around)))


def masked(text: str) -> str:
    return _names().sub(MASK, text)


@cache
def _names() -> re.Pattern[str]:
    names = {name for company in load_companies() for name in (company.name, company.name_en, *company.aliases)}
    longest_first = sorted({*names, *round_names()}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


def confusion(train: Mapping[str, Iterable[str]], test: Mapping[str, Iterable[str]]) -> Confusion:
    """Multinomial naive Bayes over words with equal priors.

    Source: Manning, Raghavan, Schütze: Introduction to Information Retrieval, chapter 13.2.
    """
    labels = tuple(train)
    bags = [sum((_bag(text) for text in train[label]), Counter[int]()) for label in labels]
    vocabulary = {word: column for column, word in enumerate(sorted(set().union(*bags)))}
    counts = np.full((len(labels), len(vocabulary)), SMOOTHING)  # (labels, words)
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            counts[row, vocabulary[word]] += count
    likelihood = np.log(counts / counts.sum(axis=1, keepdims=True))
    told = np.zeros((len(labels), len(labels)), np.int64)
    for row, label in enumerate(labels):
        for text in test.get(label, ()):
            known = {vocabulary[word]: count for word, count in _bag(text).items() if word in vocabulary}
            columns, times = np.array(list(known)), np.array(list(known.values()))
            told[row, int(np.argmax(likelihood[:, columns] @ times))] += 1
    return Confusion(labels, told)


def _bag(text: str) -> Counter[int]:
    return Counter(words_of(text).tolist())


def by_seeds(transcripts: Mapping[Place, Mapping[int, str]], places: Iterable[Place]) -> Confusion:
    """Telling a round from interviews of other seeds."""
    chosen = list(places)
    return confusion(
        {" ".join(place): [transcripts[place][seed] for seed in TRAIN_SEEDS] for place in chosen},
        {" ".join(place): [transcripts[place][seed] for seed in TEST_SEEDS] for place in chosen},
    )


def by_rounds(transcripts: Mapping[Place, Mapping[int, str]]) -> Confusion:
    """Telling a company from its other rounds: each round of a company in turn is read by who never saw it."""
    companies = [name for name, held in Counter(company for company, _ in transcripts).items() if held > 1]
    total = np.zeros((len(companies), len(companies)), np.int64)
    for left_out in (place for place in transcripts if place[0] in companies):
        train = {
            company: [
                text
                for place, texts in transcripts.items()
                if place[0] == company and place != left_out
                for text in texts.values()
            ]
            for company in companies
        }
        total += confusion(train, {left_out[0]: [transcripts[left_out][seed] for seed in TEST_SEEDS]}).counts
    return Confusion(companies, total)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        services = Services(Settings(data=Path(folder)))
        try:
            places = places_of(services)
            seeds = (*TRAIN_SEEDS, *TEST_SEEDS)
            all_heard = {place: {seed: heard(services, place, seed) for seed in seeds} for place in places}
        finally:
            services.close()
    whole = {place: {seed: each.whole for seed, each in by_seed.items()} for place, by_seed in all_heard.items()}
    around = {place: {seed: each.around for seed, each in by_seed.items()} for place, by_seed in all_heard.items()}
    well_told = [place for place, own in places.items() if own >= FEWEST_OWN]
    every = by_seeds(whole, places)
    companies = by_rounds(whole)
    found = {
        "the round": every,
        f"the round, of those with {FEWEST_OWN} main questions": by_seeds(whole, well_told),
        "the round, without the questions": by_seeds(around, places),
        "the company, from its other rounds": companies,
    }
    table = Table("what is told", "among", "accuracy", "chance")
    for what, figures in found.items():
        table.add_row(what, str(len(figures.labels)), f"{figures.accuracy:.3f}", f"{figures.chance:.3f}")
    Console().print(table)
    mistakes = Table("true", "taken for", "interviews")
    for row in (*every.largest(), *companies.largest()):
        mistakes.add_row(*map(str, row))
    Console().print(mistakes)


if __name__ == "__main__":
    main()
