# expect: wrong_answer
import math


def cross_entropy(logits, targets):
    n, loss, grad = len(logits), 0.0, []
    for z, t in zip(logits, targets):
        m = max(z)
        for c in range(len(z)):
            z[c] -= m
        s = sum(math.exp(x) for x in z)
        if isinstance(t, int):
            if t < 0 or t >= len(z):
                raise ValueError("target out of range")
            t = [float(c == t) for c in range(len(z))]
        loss += sum(q * (math.log(s) - x) for q, x in zip(t, z))
        grad.append([(math.exp(x) / s - q) / n for x, q in zip(z, t)])
    return loss / n, grad
