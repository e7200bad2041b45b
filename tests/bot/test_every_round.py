"""Every round of every company, sat by candidates of every sort: better answers never come out worse.

`python -m tests.bot.test_every_round [seed …]` prints what becomes of each of them.
"""

from __future__ import annotations

import itertools
import operator
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from bot.schema import Language, Mode, Recommendation, Scorecard
from bot.services import Services
from bot.state import questions_of
from tests.bot.candidates import GIBBERISH, INJECTED, Candidate, begin, hold, knowing, saying, strong
from tests.bot.remembering import opened, rounds
from tests.bot.sweep import SORTS, Sitting, held, in_other_language, spread

BEST_FIRST = [each for each in Recommendation if each is not Recommendation.NOT_ENOUGH_EVIDENCE]
SEED = 1
LADDER: Mapping[str, Candidate] = {
    "strong": strong,
    "good": knowing(0.8, code="right"),
    "partial": knowing(0.5, code="wrong"),
    "weak": knowing(0.25, code=None),
}
FLOOR: Mapping[str, Candidate] = {
    "ignorant": saying("不会"),
    "silent": saying("", "  "),
    "gibberish": GIBBERISH,
    "injecting": INJECTED,
}


def sat(services: Services, company: str, round_name: str, seed: int) -> dict[str, Scorecard]:
    """The Scorecards of one round, by sort of candidate."""
    cards = {}
    for sort, candidate in {**LADDER, **FLOOR}.items():
        interview = begin(services, company, round_name, seed=seed)
        # Companies that reports only name borrow the same questions; the same candidate need not answer them again.
        sitting = (sort, seed, *(question.id for question in questions_of(interview.started.plan)))
        if sitting not in SAT:
            hold(interview, candidate)
            SAT[sitting] = interview.scorecard()
        cards[sort] = SAT[sitting]
    return cards


def worth(card: Scorecard) -> float:
    return card.fraction or 0.0


def rank(card: Scorecard) -> int:
    """Higher is better; no conclusion is below all."""
    return -[*BEST_FIRST, Recommendation.NOT_ENOUGH_EVIDENCE].index(card.recommendation)


def is_nothing_but_code(services: Services, company: str, round_name: str) -> bool:
    """Whether code is all that the candidates of a round can be told apart by."""
    plan = begin(services, company, round_name, seed=SEED).started.plan
    return all(question.problem for question in plan.questions)


def out_of_order(cards: Mapping[str, Scorecard], *, only_code: bool = False) -> list[str]:
    """What is wrong with the order in which the candidates of one round come out.

    only_code: whose code is equally right come out equal.
    """
    found = []
    at_most = operator.lt if only_code else operator.le
    names = list(LADDER)
    for better, worse in itertools.pairwise(names):
        if at_most(worth(cards[better]), worth(cards[worse])):
            found.append(f"{better} {worth(cards[better]):.2f} <= {worse} {worth(cards[worse]):.2f}")
        if rank(cards[better]) < rank(cards[worse]):
            found.append(f"{better} {cards[better].recommendation} below {worse} {cards[worse].recommendation}")
    for sort in FLOOR:
        if at_most(worth(cards["weak"]), worth(cards[sort])):
            found.append(f"weak {worth(cards['weak']):.2f} <= {sort} {worth(cards[sort]):.2f}")
        if rank(cards[sort]) > -BEST_FIRST.index(Recommendation.STRONG_NO_HIRE):
            found.append(f"{sort} is given {cards[sort].recommendation}")
    if rank(cards["strong"]) < -BEST_FIRST.index(Recommendation.HIRE):
        found.append(f"strong is given {cards['strong'].recommendation}")
    return found


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = opened(tmp_path_factory.mktemp("every_round"))
    yield services
    services.close()


ROUNDS = rounds()
SAT: dict[tuple[object, ...], Scorecard] = {}


@pytest.mark.parametrize("company", dict.fromkeys(company for company, _ in ROUNDS))
def test_candidates_come_out_in_order(quick: Services, company: str) -> None:
    wrong = {}
    for _, round_name in (each for each in ROUNDS if each[0] == company):
        if found := out_of_order(
            sat(quick, company, round_name, SEED), only_code=is_nothing_but_code(quick, company, round_name)
        ):
            wrong[round_name] = found
    assert not wrong


def test_the_spread_has_every_sort_of_candidate_in_each_language_and_mode() -> None:
    ways = {(each.sort, each.language, each.mode) for each in spread()}
    assert ways == set(product(SORTS, get_args(Language), get_args(Mode)))


@pytest.mark.parametrize("sitting", spread(), ids=lambda each: f"{each.sort}-{each.language}-{each.mode}")
def test_nothing_goes_wrong(quick: Services, sitting: Sitting) -> None:
    assert not held(quick, sitting).faults


@pytest.mark.parametrize(
    ("text", "language", "strange"),
    [
        ("Explain BN（批归一化）.", "en", True),
        ("Explain batch normalisation, please.", "en", False),
        ("讲讲 Vision Transformer 和 Swin Transformer 的区别。", "zh", False),
        ("好的。Let us talk about your main project in detail.", "zh", True),
    ],
)
def test_the_other_language_is_noticed(text: str, language: Language, *, strange: bool) -> None:
    assert (in_other_language(text, language) is not None) == strange


def main(seeds: Sequence[int]) -> None:
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        services = opened(Path(folder))
        for company, round_name in ROUNDS:
            for seed in seeds:
                cards = sat(services, company, round_name, seed)
                wrong = out_of_order(cards, only_code=is_nothing_but_code(services, company, round_name))
                broken += bool(wrong)
                told = "  ".join(f"{sort} {worth(c):.2f} {c.recommendation}" for sort, c in cards.items())
                print(f"{company} {round_name} #{seed}: {told}", *wrong, sep="\n  !! ")
        services.close()
    print(f"{broken} of {len(ROUNDS) * len(seeds)} out of order")


if __name__ == "__main__":
    main([int(seed) for seed in sys.argv[1:]] or [1])
