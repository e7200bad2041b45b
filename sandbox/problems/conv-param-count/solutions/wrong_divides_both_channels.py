# expect: wrong_answer
def conv_params(cin, cout, k, groups=1, bias=True):
    if cin % groups or cout % groups:
        raise ValueError
    kh, kw = (k, k) if isinstance(k, int) else k
    return (cout // groups) * (cin // groups) * kh * kw + (cout if bias else 0)
