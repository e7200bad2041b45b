# expect: wrong_answer
def receptive_field(layers):
    rf, jump = 1, 1
    for i, (k, s, d) in enumerate(layers):
        rf += (k - 1) * d * jump
        jump = s if i == 0 else jump + s
    return rf, jump
