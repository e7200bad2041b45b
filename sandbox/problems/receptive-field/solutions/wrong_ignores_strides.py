# expect: wrong_answer
def receptive_field(layers):
    rf, stride = 1, 1
    for k, s, d in layers:
        rf += (k - 1) * d
        stride *= s
    return rf, stride
