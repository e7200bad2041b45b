"""Pairs are counted once; each merge then counts only the words that hold the pair anew."""

from collections import Counter, defaultdict
from itertools import pairwise


class BPETokenizer:
    def __init__(self):
        self.merges = []

    def train(self, word_freqs, num_merges):
        self.merges = []
        words = {word: split(word) for word in word_freqs}
        counts, holders = Counter(), defaultdict(set)

        def count(word, times):
            for pair in pairwise(words[word]):
                counts[pair] += times
                holders[pair].add(word)

        for word, times in word_freqs.items():
            count(word, times)
        while len(self.merges) < num_merges and counts:
            best = min(counts, key=lambda pair: (-counts[pair], pair))
            for word in holders.pop(best):
                count(word, -word_freqs[word])
                words[word] = merged(words[word], *best)
                count(word, word_freqs[word])
            counts = +counts  # without the pairs that are gone
            self.merges.append(best)
        return list(self.merges)

    def encode(self, word):
        symbols = split(word)
        for pair in self.merges:
            symbols = merged(symbols, *pair)
        return symbols


def split(word):
    return [*word, "</w>"] if word else []


def merged(symbols, left, right):
    if left not in symbols or right not in symbols:
        return symbols
    out, index = [], 0
    while index < len(symbols):
        if symbols[index : index + 2] == [left, right]:
            out.append(left + right)
            index += 2
        else:
            out.append(symbols[index])
            index += 1
    return out
