"""Goes through the output channels: each has a kernel over the input channels of its group, and perhaps a bias."""


def conv_params(cin, cout, k, groups=1, bias=True):
    if cin % groups or cout % groups:
        raise ValueError(f"{groups} groups do not divide {cin} and {cout} channels")
    kh, kw = (k, k) if isinstance(k, int) else k
    total = 0
    for _ in range(cout):
        total += kh * kw * (cin // groups)
        if bias:
            total += 1
    return total
