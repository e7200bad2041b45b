# expect: accepted
def conv_params(cin, cout, k, groups=1, bias=True):
    if cin % groups or cout % groups:
        raise ValueError
    try:
        area = k[0] * k[1]
    except TypeError:
        area = k**2
    one_group = (cin // groups) * (cout // groups) * area + bias * (cout // groups)
    return one_group * groups
