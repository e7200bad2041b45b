from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np


def test_agrees_with_replacing_in_texts(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    tokenizer = reference("bpe-tokenizer", "BPETokenizer")()
    for _ in range(200):
        words = {"".join(rng.choice(list("abc"), rng.integers(1, 7))): int(rng.integers(1, 4)) for _ in range(8)}
        wanted = int(rng.integers(0, 20))

        merges = tokenizer.train(words, wanted)

        texts = {word: " ".join([*word, "</w>"]) for word in words}
        for merge in merges:
            counts = Counter[tuple[str, str]]()
            for word, text in texts.items():
                for pair in pairwise(text.split()):
                    counts[pair] += words[word]
            assert merge == sorted(pair for pair in counts if counts[pair] == max(counts.values()))[0]
            pattern = rf"(?<!\S){re.escape(' '.join(merge))}(?!\S)"
            texts = {word: re.sub(pattern, "".join(merge), text) for word, text in texts.items()}
        assert len(merges) == wanted or all(" " not in text for text in texts.values())
        for word, text in texts.items():
            assert tokenizer.encode(word) == text.split()
