# expect: wrong_answer
def encoder_block_params(d, d_ff=None, bias=True):
    return 12 * d * d + 13 * d if bias else 12 * d * d + 2 * d
