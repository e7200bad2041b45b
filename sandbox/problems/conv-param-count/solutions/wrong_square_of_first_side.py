# expect: wrong_answer
def conv_params(cin, cout, k, groups=1, bias=True):
    if cin % groups or cout % groups:
        raise ValueError
    if not isinstance(k, int):
        k = k[0]
    return cout * (cin // groups) * k * k + (cout if bias else 0)
