# expect: runtime_error
def encoder_block_params(d, d_ff=None, bias=True):
    return 4 * d * d + 2 * d * d_ff + 2 * d + bias * (7 * d + d_ff)
