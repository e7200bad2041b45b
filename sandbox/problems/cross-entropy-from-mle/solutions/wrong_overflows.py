# expect: runtime_error
import math


def cross_entropy(logits, targets):
    n, loss, grad = len(logits), 0.0, []
    for z, t in zip(logits, targets):
        if isinstance(t, int):
            if not 0 <= t < len(z):
                raise ValueError
            t = [1.0 if c == t else 0.0 for c in range(len(z))]
        s = sum(math.exp(x) for x in z)
        p = [math.exp(x) / s for x in z]
        loss -= sum(q * math.log(pc) for q, pc in zip(t, p) if q) / n
        grad.append([(pc - q) / n for q, pc in zip(t, p)])
    return loss, grad
