# expect: accepted
def conv_flops(
    n: int, cin: int, cout: int, k: int | list[int], h_out: int, w_out: int, groups: int = 1
) -> tuple[int, int]:
    if cin % groups or cout % groups:
        raise ValueError("groups must divide cin and cout")
    kh, kw = (k, k) if isinstance(k, int) else k
    macs = n * cout * h_out * w_out * (cin // groups) * kh * kw
    return macs, 2 * macs
