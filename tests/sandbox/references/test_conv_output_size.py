from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import torch


def test_agrees_with_a_convolution(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    conv_out = reference("conv-output-size", "conv_out")
    refused = 0
    for _ in range(400):
        h, k, s, p, d = (int(rng.integers(low, high)) for low, high in ((1, 40), (1, 12), (1, 11), (0, 9), (1, 5)))
        layer = torch.nn.Conv1d(1, 1, k, stride=s, padding=p, dilation=d, device="meta")
        try:
            want = layer(torch.empty(1, 1, h, device="meta")).shape[-1]
        except RuntimeError:
            refused += 1
            with pytest.raises(ValueError, match="does not fit"):
                conv_out(h, k, s, p, d)
        else:
            assert conv_out(h, k, s, p, d) == want
    assert 40 < refused < 200


def test_counted_and_divided_agree(reference: Callable[[str, str], Any]) -> None:
    """Up to a length of 1000 the positions are counted."""
    conv_out = reference("conv-output-size", "conv_out")
    for s in range(1, 11):
        outputs = [conv_out(h, 7, s, 2, 3) for h in range(900, 1100)]
        steps = [after - before for before, after in pairwise(outputs)]

        # One more whenever s more fit.
        assert steps == [int((h + 4 - 19) % s == 0) for h in range(901, 1100)]


def test_is_exact_for_huge_inputs(reference: Callable[[str, str], Any]) -> None:
    conv_out = reference("conv-output-size", "conv_out")

    assert conv_out(10**18, 1) == 10**18
    assert conv_out(10**18 - 1, 3, 3) == 333_333_333_333_333_333
