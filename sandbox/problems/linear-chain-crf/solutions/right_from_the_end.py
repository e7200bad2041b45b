# expect: accepted
import math

import numpy as np


class Chain:
    def __init__(self, emissions, transitions, start, end):
        self.e, self.a, self.s, self.f = emissions, transitions, start, end

    def score(self, y):
        inner = self.a[y[:-1], y[1:]].sum() if len(y) > 1 else 0.0
        return self.s[y[0]] + self.e[range(len(y)), y].sum() + inner + self.f[y[-1]]

    def log_partition(self):
        beta = self.f.copy()
        for row in self.e[:0:-1]:
            m = self.a + (row + beta)
            top = m.max(1)
            beta = top + np.log(np.exp(m - top[:, None]).sum(1))
        last = self.s + self.e[0] + beta
        return float(last.max() + math.log(np.exp(last - last.max()).sum()))

    def decode(self):
        v, arrows = self.s + self.e[0], []
        for row in self.e[1:]:
            m = v[:, None] + self.a + row
            arrows.append(np.argmax(m, 0))
            v = np.amax(m, 0)
        y = [np.argmax(v + self.f)]
        while arrows:
            y.append(arrows.pop()[y[-1]])
        return np.asarray(y[::-1], dtype="int64"), float(np.max(v + self.f))


def crf(emissions, transitions, start, end, tags):
    chain = Chain(emissions, transitions, start, end)
    path, best = chain.decode()
    return chain.log_partition() - float(chain.score(tags)), path, best
