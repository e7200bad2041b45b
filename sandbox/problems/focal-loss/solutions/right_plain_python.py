# expect: accepted
import math


def one(z, weight, gamma):
    """z: the logit of the right class."""
    small = math.exp(-abs(z))
    cross_entropy = max(-z, 0.0) + math.log1p(small)
    wrong = small / (1 + small) if z > 0 else 1 / (1 + small)
    return weight * math.pow(wrong, gamma) * cross_entropy


def focal_loss(logits, targets, alpha=0.25, gamma=2.0):
    losses = [
        one(z, alpha, gamma) if t else one(-z, 1 - alpha, gamma)
        for z, t in zip(logits.ravel().tolist(), targets.ravel().tolist())
    ]
    return sum(losses) / len(losses) if losses else 0.0
