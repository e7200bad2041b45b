# expect: accepted
def conv_out(h: int, k: int, s: int = 1, p: int = 0, d: int = 1) -> int:
    out = (h + 2 * p - d * (k - 1) - 1) // s + 1
    if out < 1:
        raise ValueError("kernel larger than input")
    return out
