# expect: accepted
def receptive_field(layers):
    if not layers:
        return 1, 1
    (k, s, d), *rest = layers
    rf, stride = receptive_field(rest)
    return s * (rf - 1) + d * (k - 1) + 1, s * stride
