# expect: wrong_answer
def conv_out(h, k, s=1, p=0, d=1):
    if d * (k - 1) + 1 > h + 2 * p:
        raise ValueError
    return (h + s - 1) // s
