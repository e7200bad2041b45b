# expect: wrong_answer
def receptive_field(layers):
    rf, jump = 1, 1
    while layers:
        k, s, d = layers.pop(0)
        rf += (k - 1) * d * jump
        jump *= s
    return rf, jump
