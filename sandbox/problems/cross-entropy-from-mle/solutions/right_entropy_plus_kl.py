# expect: accepted
# H(q, p) = H(q) + KL(q || p); terms with q = 0 are left out.
from math import exp, log


def log_softmax(row):
    top = max(row)
    total = log(sum(exp(z - top) for z in row))
    return [z - top - total for z in row]


def cross_entropy(logits, targets):
    C, N = len(logits[0]), len(logits)
    if isinstance(targets[0], int):
        if not all(0 <= t < C for t in targets):
            raise ValueError
        targets = [[float(c == t) for c in range(C)] for t in targets]
    loss, grad = 0, []
    for row, q in zip(logits, targets):
        lp = log_softmax(row)
        entropy = -sum(a * log(a) for a in q if a)
        kl = sum(a * (log(a) - b) for a, b in zip(q, lp) if a)
        loss += (entropy + kl) / N
        grad.append([(exp(b) - a) / N for a, b in zip(q, lp)])
    return loss, grad
