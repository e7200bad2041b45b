"""The part of the sweep that every run of the suite holds: each round once, its candidate, language and mode in turn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import get_args

import pytest

from bot.schema import Language, Mode
from bot.services import Services
from tests.bot.sweep import SORTS, Sitting, held, in_other_language, opened, places, spread


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = opened(tmp_path_factory.mktemp("sweep"))
    yield services
    services.close()


def test_the_spread_covers_every_round_and_every_sort_of_candidate_in_each_language_and_mode() -> None:
    sittings = spread()
    assert tuple(each.place for each in sittings) == places()
    ways = {(each.sort, each.language, each.mode) for each in sittings}
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
