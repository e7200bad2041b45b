# expect: wrong_answer
def encoder_block_params(d, d_ff=None, bias=True):
    if d_ff is None:
        d_ff = 4 * d
    return 4 * d * d + 2 * d * d_ff + d + bias * (6 * d + d_ff)
