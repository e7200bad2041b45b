"""Prompts are what they were, and what others wrote stands between markers."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from bot.interviewers.llm import WORDED_BY_SCRIPT
from bot.schema import Move
from tests.bot.llm.rendered import FOLDER, LANGUAGES, ORDERS, rendered

FENCED = re.compile(r"^<<([0-9a-f]{16})>>\n.*?\n<<\1>>$", re.DOTALL | re.MULTILINE)
NEVER_SENT = WORDED_BY_SCRIPT | {Move.HAND_OUT}


@pytest.fixture(scope="module")
def prompts() -> Mapping[str, str]:
    return rendered()


def test_every_move_that_a_model_words_is_rendered(prompts: Mapping[str, str]) -> None:
    sent = {f"{move.value}.{language}.txt" for move in Move if move not in NEVER_SENT for language in LANGUAGES}
    assert sent < prompts.keys()
    assert not {f"{move.value}.{language}.txt" for move in NEVER_SENT for language in LANGUAGES} & prompts.keys()


def test_prompts_are_as_they_were(prompts: Mapping[str, str]) -> None:
    """After an intended change: `python -m tests.bot.llm.rendered`, and read the diff."""
    kept = {file.name: file.read_text("utf-8") for file in FOLDER.iterdir()}
    for name, text in prompts.items():
        assert text == kept.get(name), f"{name}: renew with `python -m tests.bot.llm.rendered`"
    assert kept.keys() == prompts.keys()


def test_orders_stand_between_markers(prompts: Mapping[str, str]) -> None:
    given = "\n".join(prompts.values())
    for language in LANGUAGES:
        assert ORDERS[language] in given
        for name, prompt in prompts.items():
            assert ORDERS[language] not in FENCED.sub("", prompt), name


def test_a_marker_of_the_candidates_closes_nothing(prompts: Mapping[str, str]) -> None:
    for language in LANGUAGES:
        prompt = prompts[f"challenge.{language}.txt"]
        fence = max(re.findall(r"<<[0-9a-f]{16}>>", prompt.partition("===== human")[2]))
        assert "<<0000000000000001>>" in prompt.partition("===== human")[2]
        assert fence != "<<0000000000000001>>"
