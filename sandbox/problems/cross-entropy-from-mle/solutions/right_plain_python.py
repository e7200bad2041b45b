# expect: accepted
import math


def cross_entropy(
    logits: list[list[float]], targets: list[int] | list[list[float]]
) -> tuple[float, list[list[float]]]:
    n = len(logits)
    loss = 0.0
    grad = []
    for z, t in zip(logits, targets):
        m = max(z)
        e = [math.exp(x - m) for x in z]
        s = sum(e)
        if isinstance(t, int):
            if t < 0 or t >= len(z):
                raise ValueError("target out of range")
            q = [0.0] * len(z)
            q[t] = 1.0
        else:
            q = t
        loss += sum(qc * (m + math.log(s) - x) for qc, x in zip(q, z))
        grad.append([(ec / s - qc) / n for ec, qc in zip(e, q)])
    return loss / n, grad
