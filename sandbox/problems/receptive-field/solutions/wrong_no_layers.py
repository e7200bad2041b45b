# expect: runtime_error
# Starts from the first layer, which may not be there.
def receptive_field(layers):
    k, s, d = layers[0]
    rf, jump = (k - 1) * d + 1, s
    for k, s, d in layers[1:]:
        rf += (k - 1) * d * jump
        jump *= s
    return rf, jump
