# expect: wrong_answer
def conv_out(h, k, s=1, p=0, d=1):
    if k * d > h + 2 * p:
        raise ValueError
    return (h + 2 * p - k * d) // s + 1
