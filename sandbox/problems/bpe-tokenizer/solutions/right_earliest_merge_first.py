# expect: accepted
class BPETokenizer:
    def __init__(self):
        self.rank = {}

    def train(self, word_freqs, num_merges):
        self.rank = {}
        corpus = {tuple(word) + ("</w>",): freq for word, freq in word_freqs.items()}
        while len(self.rank) < num_merges:
            stats = {}
            for symbols, freq in corpus.items():
                for i in range(len(symbols) - 1):
                    pair = symbols[i : i + 2]
                    stats[pair] = stats.get(pair, 0) + freq
            if not stats:
                break
            highest = max(stats.values())
            best = sorted(pair for pair, count in stats.items() if count == highest)[0]
            self.rank[best] = len(self.rank)
            corpus = {tuple(self._join(list(symbols), best)): freq for symbols, freq in corpus.items()}
        return list(self.rank)

    def _join(self, symbols, pair):
        i = 0
        while i < len(symbols) - 1:
            if (symbols[i], symbols[i + 1]) == pair:
                symbols[i : i + 2] = ["".join(pair)]
            i += 1
        return symbols

    def encode(self, word):
        symbols = [*word, "</w>"] if word else []
        while len(symbols) > 1:
            known = [pair for pair in zip(symbols, symbols[1:]) if pair in self.rank]
            if not known:
                break
            symbols = self._join(symbols, min(known, key=self.rank.__getitem__))
        return symbols
