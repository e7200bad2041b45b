# expect: accepted
import math


class Preference:
    def __init__(self, beta):
        self.beta = beta

    def loss(self, w, l):
        m = self.beta * (w - l)
        return math.log1p(math.exp(-m)) if m >= 0 else -m + math.log1p(math.exp(m))


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    n = len(pi_w)
    if not n:
        raise ValueError("N must be at least 1")
    p = Preference(beta)
    rows = zip(*(a.tolist() for a in (pi_w, pi_l, ref_w, ref_l)))
    return math.fsum(p.loss(a - c, b - d) for a, b, c, d in rows) / n
