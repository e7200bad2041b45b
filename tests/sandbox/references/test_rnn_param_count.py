from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

LAYERS: dict[str, Callable[..., torch.nn.Module]] = {
    "rnn": torch.nn.RNN,
    "gru": torch.nn.GRU,
    "lstm": torch.nn.LSTM,
}


def test_agrees_with_the_layers(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    rnn_params = reference("rnn-param-count", "rnn_params")
    for _ in range(40):
        d, h, layers = (int(rng.integers(1, high)) for high in (40, 40, 5))
        two = bool(rng.integers(2))
        for kind, make in LAYERS.items():
            none, both = (
                sum(p.numel() for p in make(d, h, layers, bias=bias, bidirectional=two, device="meta").parameters())
                for bias in (False, True)
            )
            got = [rnn_params(d, h, kind, bias, layers, two) for bias in ("none", "one", "torch")]

            assert got == [none, (none + both) // 2, both]


@pytest.mark.parametrize("words", [("LSTM", "one"), ("rnn", "both"), ("", ""), ("one", "rnn")])
def test_unknown_words_are_refused(reference: Callable[[str, str], Any], words: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="not one of"):
        reference("rnn-param-count", "rnn_params")(3, 4, *words)
