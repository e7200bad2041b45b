# expect: accepted
def inverted_residual_cost(
    cin: int, cout: int, t: int, h: int, w: int, k: int = 3, stride: int = 1
) -> tuple[int, int]:
    e = t * cin
    pad = (k - 1) // 2
    h_out = (h + 2 * pad - k) // stride + 1
    w_out = (w + 2 * pad - k) // stride + 1
    expand = cin * e if t > 1 else 0
    rest = e * k * k + e * cout
    return expand + rest, expand * h * w + rest * h_out * w_out
