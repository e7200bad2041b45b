# expect: accepted
from math import prod


def conv_flops(n, cin, cout, k, h_out, w_out, groups=1):
    width, rest_in = divmod(cin, groups)
    _, rest_out = divmod(cout, groups)
    if rest_in or rest_out:
        raise ValueError("channels cannot be split")
    weights = prod([cout, width, *((k,) * 2 if isinstance(k, int) else k)])
    macs = weights * prod([n, h_out, w_out])
    return macs, macs << 1
