# expect: wrong_answer
# PyTorch's default width.
def encoder_block_params(d, d_ff=2048, bias=True):
    if d_ff is None:
        d_ff = 2048
    return 4 * d * d + 2 * d * d_ff + 2 * d + bias * (7 * d + d_ff)
