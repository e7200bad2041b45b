"""Short Latin words in a card's regular expressions match whole words only."""

from __future__ import annotations

import re

import pytest

from bot.scorers.whole_words import whole_words


def found(pattern: str, text: str) -> bool:
    return re.search(whole_words(pattern), text, re.IGNORECASE | re.ASCII) is not None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("bn", "a subnet"),
        ("(BN|批归一化)[^。]{0,9}依赖", "subnets 依赖"),
        ("依赖[^。]{0,9}(id|in)", "依赖 hidden ones"),
        ("依赖.{0,9}(vae|gan)", "依赖 elegance"),
        ("(?:gan|vae)", "organ"),
        ("(ln)的", "用kiln的"),
    ],
)
def test_a_short_word_is_not_found_in_a_longer_one(pattern: str, text: str) -> None:
    assert re.search(pattern, text, re.IGNORECASE | re.ASCII)
    assert not found(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("bn", "用BN的"),
        ("bn", "two BNs"),
        ("cent(re|er)", "a centre"),
        ("nois(ed|ing)", "noising"),
        (r"add\w*", "adding"),
        (r"n ?log ?n", "nlogn"),
        ("can.t", "can't"),
        ("(?!im)mutable", "mutable"),
        ("q[^。]{0,2}k", "qk"),
        ("word2vec", "word2vec"),
        (r"o ?\( ?1 ?\)", "O(1)"),
    ],
)
def test_what_the_expression_asks_for_is_found(pattern: str, text: str) -> None:
    assert found(pattern, text)


def test_what_stands_in_a_look_around_stays() -> None:
    assert whole_words(r"(?<!im)mutable|(?!not|n't)x") == r"(?<!im)mutable|(?!not|n't)x"
