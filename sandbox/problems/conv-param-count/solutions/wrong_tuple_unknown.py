# expect: runtime_error
def conv_params(cin, cout, k, groups=1, bias=True):
    if cin % groups or cout % groups:
        raise ValueError
    kh, kw = k if isinstance(k, list) else (k, k)
    return cout * (cin // groups) * kh * kw + (cout if bias else 0)
