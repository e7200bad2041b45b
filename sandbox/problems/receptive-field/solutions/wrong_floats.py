# expect: wrong_answer
# Beyond 2**53 the digits are lost.
import math


def receptive_field(layers):
    rf, log_jump = 1, 0.0
    for k, s, d in layers:
        rf += (k - 1) * d * round(2**log_jump)
        log_jump += math.log2(s)
    return rf, round(2**log_jump)
