# expect: accepted
import heapq
from collections import defaultdict


def joined(symbols, left, right):
    waiting = None
    for symbol in symbols:
        if waiting is not None and symbol == right:
            yield waiting + symbol
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = symbol if symbol == left else None
        if waiting is None:
            yield symbol
    if waiting is not None:
        yield waiting


class BPETokenizer:
    def __init__(self):
        self.learned = ()

    def train(self, word_freqs, num_merges):
        words = [[*word, "</w>"] for word in word_freqs]
        freqs = list(word_freqs.values())
        counts, where = defaultdict(int), defaultdict(set)
        for n, symbols in enumerate(words):
            for pair in zip(symbols, symbols[1:]):
                counts[pair] += freqs[n]
                where[pair].add(n)
        heap = [(-count, pair) for pair, count in counts.items()]
        heapq.heapify(heap)
        learned = []
        while heap and len(learned) < num_merges:
            count, pair = heapq.heappop(heap)
            if -count != counts[pair] or not count:
                continue
            learned.append(pair)
            touched = set()
            for n in where[pair]:
                for sign in (-1, 1):
                    for other in zip(words[n], words[n][1:]):
                        counts[other] += sign * freqs[n]
                        where[other] |= {n}
                        touched.add(other)
                    if sign == -1:
                        words[n] = list(joined(words[n], *pair))
            for other in touched:
                heapq.heappush(heap, (-counts[other], other))
        self.learned = tuple(learned)
        return learned

    def encode(self, word):
        symbols = [*word, "</w>"] if word else []
        for left, right in self.learned:
            if left in symbols:
                symbols = list(joined(symbols, left, right))
        return symbols
