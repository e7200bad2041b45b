# expect: wrong_answer
def encoder_block_params(d, d_ff=None, bias=True):
    ratio = 4 if d_ff is None else d_ff / d
    return d * d * (4 + 2 * ratio) + 2 * d + bias * (7 * d + ratio * d)
