from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch.nn.functional import cosine_similarity


def test_agrees_with_each_pair_of_pixels(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    self_similarity = reference("self-similarity", "self_similarity")
    for n, c, h, w in rng.integers(1, 5, (200, 4)).tolist():
        x = torch.from_numpy(rng.standard_normal((n, c, h, w)))
        pixels = torch.stack([x[:, :, row, column] for row in range(h) for column in range(w)], dim=1)
        left, right = pixels.unsqueeze(2), pixels.unsqueeze(1)

        torch.testing.assert_close(self_similarity(x), cosine_similarity(left, right, dim=-1), rtol=1e-9, atol=1e-12)
        torch.testing.assert_close(self_similarity(x, normalize=False), (left * right).sum(-1), rtol=1e-9, atol=1e-12)
        torch.testing.assert_close(self_similarity(pixels[0]), self_similarity(x)[0], rtol=1e-9, atol=1e-12)
