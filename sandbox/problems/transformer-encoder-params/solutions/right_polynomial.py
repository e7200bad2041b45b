# expect: accepted
def encoder_block_params(d, d_ff=None, bias=True):
    m = d * 4 if d_ff is None else d_ff
    return (4 * d + 2 * m + 9) * d + m if bias else (4 * d + 2 * m + 2) * d
