# expect: wrong_answer
# Only looks at k; with dilation the numerator may be negative all the same.
def conv_out(h, k, s=1, p=0, d=1):
    if k > h + 2 * p:
        raise ValueError
    return (h + 2 * p - d * (k - 1) - 1) // s + 1
