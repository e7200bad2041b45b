# expect: wrong_answer
def receptive_field(layers):
    rf, jump, last = 1, 1, 1
    for k, s, d in layers:
        rf += (k - 1) * d * jump
        jump *= s
        last = s
    return rf, last
