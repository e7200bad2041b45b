# expect: runtime_error
def conv_out(h, k, s=1, p=0, d=1):
    span = d * (k - 1) + 1
    if span > h:
        raise ValueError("kernel too large")
    return (h + 2 * p - span) // s + 1
