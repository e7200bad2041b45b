# expect: wrong_answer
# Ties go to the pair that was counted first.
from collections import Counter


class BPETokenizer:
    def __init__(self):
        self.merges = []

    @staticmethod
    def merge(symbols, pair):
        out, i = [], 0
        while i < len(symbols):
            if i + 1 < len(symbols) and (symbols[i], symbols[i + 1]) == pair:
                out.append(symbols[i] + symbols[i + 1])
                i += 2
            else:
                out.append(symbols[i])
                i += 1
        return out

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
            best = max(counts, key=counts.get)
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
