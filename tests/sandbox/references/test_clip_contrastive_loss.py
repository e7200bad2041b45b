from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch.nn import functional as F


def test_agrees_with_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    clip_loss = reference("clip-contrastive-loss", "clip_loss")
    for n, d in rng.integers(1, 10, (250, 2)).tolist():
        img, txt = rng.standard_normal((2, n, d)) * rng.uniform(0.1, 9, (2, n, 1))
        temperature = float(10 ** rng.uniform(-3, 1))
        similar = F.cosine_similarity(torch.tensor(img)[:, None], torch.tensor(txt)[None], dim=2, eps=0) / temperature
        want = F.cross_entropy(torch.cat([similar, similar.T]), torch.arange(n).repeat(2))
        np.testing.assert_allclose(clip_loss(img, txt, temperature), want.item(), rtol=1e-9, atol=1e-9)
