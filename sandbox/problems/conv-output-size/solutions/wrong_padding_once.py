# expect: wrong_answer
def conv_out(h, k, s=1, p=0, d=1):
    span = d * (k - 1) + 1
    if span > h + p:
        raise ValueError
    return (h + p - span) // s + 1
