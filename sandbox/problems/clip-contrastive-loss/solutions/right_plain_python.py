# expect: accepted
import math


def unit(row):
    length = math.sqrt(sum(v * v for v in row))
    return [v / length for v in row]


def cross_entropy(rows):
    for i, row in enumerate(rows):
        top = max(row)
        yield top + math.log(sum(math.exp(v - top) for v in row)) - row[i]


def clip_loss(img, txt, temperature=0.07):
    if not len(img):
        raise ValueError("N = 0")
    a, b = [unit(r) for r in img.tolist()], [unit(r) for r in txt.tolist()]
    logits = [[sum(x * y for x, y in zip(p, q)) / temperature for q in b] for p in a]
    total = sum(cross_entropy(logits)) + sum(cross_entropy(list(zip(*logits))))
    return total / (2 * len(a))
