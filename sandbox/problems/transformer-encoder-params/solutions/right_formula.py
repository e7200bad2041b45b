# expect: accepted
def encoder_block_params(d: int, d_ff: int | None = None, bias: bool = True) -> int:
    if d_ff is None:
        d_ff = 4 * d
    total = 4 * d * d + 2 * d * d_ff + 2 * d
    if bias:
        total += 4 * d + d_ff + d + 2 * d
    return total
