# expect: wrong_answer
# The forward recursion, run from the wrong end.
def receptive_field(layers):
    rf, jump = 1, 1
    for k, s, d in reversed(layers):
        rf += (k - 1) * d * jump
        jump *= s
    return rf, jump
