# expect: wrong_answer
def conv_out(h, k, s=1, p=0, d=1):
    return max(0, (h + 2 * p - d * (k - 1) - 1) // s + 1)
