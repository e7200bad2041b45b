# expect: wrong_answer
# Multiplies by the layer's own stride first.
def receptive_field(layers):
    rf, jump = 1, 1
    for k, s, d in layers:
        jump *= s
        rf += (k - 1) * d * jump
    return rf, jump
