# expect: accepted
def linear(fan_in, fan_out, bias):
    return fan_in * fan_out + (fan_out if bias else 0)


def layer_norm(d, bias):
    return 2 * d if bias else d


def encoder_block_params(d, d_ff=None, bias=True):
    hidden = d_ff or 4 * d
    attention = linear(d, 3 * d, bias) + linear(d, d, bias)
    ffn = linear(d, hidden, bias) + linear(hidden, d, bias)
    return attention + ffn + 2 * layer_norm(d, bias)
