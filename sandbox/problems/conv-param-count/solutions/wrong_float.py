# expect: wrong_answer
# The right number as a float.
def conv_params(cin, cout, k, groups=1, bias=True):
    if cin % groups or cout % groups:
        raise ValueError
    kh, kw = (k, k) if isinstance(k, int) else k
    return cout * cin / groups * kh * kw + bias * cout
