# expect: accepted
from math import exp, fsum, sqrt


def variance(rows):
    values = [v for row in rows for v in row]
    mean = fsum(values) / len(values)
    return fsum((v - mean) ** 2 for v in values) / len(values)


def norm(row):
    top = max(row)
    e = [exp(v - top) for v in row]
    total = fsum(e)
    p = [v / total for v in e]
    return sqrt(sum(((a if i == j else 0.0) - a * b) ** 2 for i, a in enumerate(p) for j, b in enumerate(p)))


def attention_logit_stats(q, k):
    keys = k.tolist()
    raw = [[fsum(a * b for a, b in zip(query, key)) for key in keys] for query in q.tolist()]
    scaled = [[v / sqrt(q.shape[1]) for v in row] for row in raw]
    gradients = [fsum(map(norm, rows)) / len(rows) for rows in (raw, scaled)]
    return variance(raw), variance(scaled), *gradients
