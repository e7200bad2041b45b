"""ln p = z - ln(sum of exp z), with the largest z of the row taken out first; the gradient is (p - q) / N."""

from math import exp, fsum, log


def cross_entropy(logits, targets):
    losses, grad = [], []
    for row, target in zip(logits, targets, strict=True):
        if isinstance(target, int):
            if not 0 <= target < len(row):
                raise ValueError(f"class {target} is not among 0 to {len(row) - 1}")
            target = [1.0 if c == target else 0.0 for c in range(len(row))]
        top = max(row)
        rest = log(fsum(exp(z - top) for z in row))
        log_p = [z - top - rest for z in row]
        losses.append(-fsum(q * lp for q, lp in zip(target, log_p, strict=True)))
        grad.append([(exp(lp) - q) / len(logits) for q, lp in zip(target, log_p, strict=True)])
    return fsum(losses) / len(logits), grad
