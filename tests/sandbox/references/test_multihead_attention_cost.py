from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode


@pytest.mark.parametrize(("n", "d", "heads"), [(1, 1, 1), (5, 12, 1), (5, 12, 4), (7, 12, 12), (20, 6, 3), (3, 64, 8)])
def test_agrees_with_the_heads_one_by_one(reference: Callable[[str, str], Any], n: int, d: int, heads: int) -> None:
    query, key, value, output = (torch.empty(d, d, device="meta") for _ in range(4))
    x = torch.empty(n, d, device="meta")
    entries = 0
    with FlopCounterMode(display=False) as counter:
        split = [(x @ weight).split(d // heads, dim=1) for weight in (query, key, value)]
        seen = []
        for q, k, v in zip(*split, strict=True):
            weights = (q @ k.T).softmax(dim=1)
            entries += weights.numel()
            seen.append(weights @ v)
        torch.cat(seen, dim=1) @ output

    params, macs, scores = reference("multihead-attention-cost", "mha_cost")(n, d, heads)
    layer = torch.nn.MultiheadAttention(d, heads, bias=False, device="meta")
    assert params == sum(p.numel() for p in layer.parameters())
    assert 2 * macs == counter.get_total_flops()
    assert scores == entries


def test_heads_must_divide_the_width(reference: Callable[[str, str], Any]) -> None:
    with pytest.raises(ValueError, match="divide"):
        reference("multihead-attention-cost", "mha_cost")(10, 512, 3)
