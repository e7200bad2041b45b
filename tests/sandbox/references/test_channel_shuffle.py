from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch_in_both_layouts(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    shuffle = reference("channel-shuffle", "channel_shuffle")
    shuffle_nhwc = reference("channel-shuffle/variants/nhwc", "channel_shuffle_nhwc")
    for n, groups, width, h, w in rng.integers(1, 6, (200, 5)).tolist():
        x = torch.from_numpy(rng.standard_normal((n, groups * width, h, w)))
        want = torch.nn.ChannelShuffle(groups)(x)

        assert torch.equal(shuffle(x, groups), want)
        assert torch.equal(shuffle_nhwc(x.permute(0, 2, 3, 1), groups), want.permute(0, 2, 3, 1))
