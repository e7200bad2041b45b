# expect: accepted
def dwconv_cost(
    n: int,
    c: int,
    h: int,
    w: int,
    k: int = 3,
    stride: int = 1,
    pad: int = 1,
    bias: bool = False,
    multiplier: int = 1,
) -> tuple[int, int]:
    h_out = (h + 2 * pad - k) // stride + 1
    w_out = (w + 2 * pad - k) // stride + 1
    cout = c * multiplier
    return cout * (k * k + bias), n * cout * h_out * w_out * k * k
