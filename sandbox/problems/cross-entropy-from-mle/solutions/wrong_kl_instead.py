# expect: wrong_answer
# KL(q || p) lacks the entropy of q: the same for one-hot labels only.
from math import exp, log


def cross_entropy(logits, targets):
    C, N = len(logits[0]), len(logits)
    if isinstance(targets[0], int):
        if not all(0 <= t < C for t in targets):
            raise ValueError
        targets = [[float(c == t) for c in range(C)] for t in targets]
    loss, grad = 0.0, []
    for row, q in zip(logits, targets):
        top = max(row)
        total = log(sum(exp(z - top) for z in row))
        lp = [z - top - total for z in row]
        loss += sum(a * (log(a) - b) for a, b in zip(q, lp) if a) / N
        grad.append([(exp(b) - a) / N for a, b in zip(q, lp)])
    return loss, grad
