# expect: wrong_answer
def conv_params(cin, cout, k, groups=1, bias=True):
    if cin % groups or cout % groups:
        raise ValueError
    if isinstance(k, int):
        area = k * k
    else:
        k = k if isinstance(k, list) else list(k)
        area = k.pop() * k.pop()
    return cout * (cin // groups) * area + (cout if bias else 0)
