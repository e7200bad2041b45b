# expect: accepted
import math


def elements(logits, targets, valid_mask):
    for row in zip(logits.tolist(), targets.tolist(), valid_mask.tolist()):
        for x, t, ok in zip(*row):
            if ok:
                z = -x if t else x
                yield z + math.log1p(math.exp(-z)) if z > 0 else math.log1p(math.exp(z))


def masked_bce(logits, targets, valid_mask):
    losses = list(elements(logits, targets, valid_mask))
    return math.fsum(losses) / len(losses) if losses else 0
