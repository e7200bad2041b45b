# expect: wrong_answer
# Replaces in a text with spaces, and so inside other symbols.
from collections import Counter


class BPETokenizer:
    def __init__(self):
        self.merges = []

    @staticmethod
    def merge(symbols, pair):
        return " ".join(symbols).replace(" ".join(pair), "".join(pair)).split(" ")

    def train(self, word_freqs, num_merges):
        self.merges = []
        words = [(list(word) + ["</w>"], freq) for word, freq in word_freqs.items()]
        for _ in range(num_merges):
            counts = Counter()
            for symbols, freq in words:
                for pair in zip(symbols, symbols[1:]):
                    counts[pair] += freq
            if not counts:
                break
            best = min(counts, key=lambda pair: (-counts[pair], pair))
            words = [(self.merge(symbols, best), freq) for symbols, freq in words]
            self.merges.append(best)
        return self.merges

    def encode(self, word):
        if not word:
            return []
        symbols = list(word) + ["</w>"]
        for pair in self.merges:
            symbols = self.merge(symbols, pair)
        return symbols
