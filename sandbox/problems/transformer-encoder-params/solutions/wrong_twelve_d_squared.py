# expect: wrong_answer
# The rule of thumb.
def encoder_block_params(d, d_ff=None, bias=True):
    if d_ff is None:
        return 12 * d * d
    return 4 * d * d + 2 * d * d_ff
