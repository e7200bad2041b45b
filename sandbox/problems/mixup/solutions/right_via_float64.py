# expect: accepted
def mixup(x, y, alpha, rng):
    """x + (1 - lam) * (partner - x), in double precision."""
    n, m = len(x), len(y)
    if alpha < 0:
        raise ValueError(alpha)
    if n != m:
        raise ValueError((n, m))
    lam = rng.beta(a=alpha, b=alpha) if alpha > 0 else 1.0
    order = rng.permutation(n)
    base = x.astype("float64")
    mixed = base + (1 - lam) * (base[order] - base)
    return (mixed.astype(x.dtype), y, y[order], lam)
