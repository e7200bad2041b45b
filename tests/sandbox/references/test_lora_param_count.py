from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch


def test_agrees_with_two_linear_layers(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    lora_params = reference("lora-param-count", "lora_params")
    for _ in range(200):
        d_in, d_out, r = (int(rng.integers(1, high)) for high in (300, 300, 400))
        a = torch.nn.Linear(d_in, r, bias=False, device="meta")
        b = torch.nn.Linear(r, d_out, bias=False, device="meta")

        assert lora_params(d_in, d_out, r) == a.weight.numel() + b.weight.numel()


def test_rank_zero_and_below(reference: Callable[[str, str], Any]) -> None:
    lora_params = reference("lora-param-count", "lora_params")

    assert lora_params(768, 512, 0) == 0
    with pytest.raises(ValueError, match="negative"):
        lora_params(768, 512, -1)
