# expect: wrong_answer
def conv_flops(n, cin, cout, k, h_out, w_out, groups=1):
    if cin % groups or cout % groups:
        raise ValueError
    k = k if isinstance(k, int) else k[0]
    macs = n * cout * h_out * w_out * (cin // groups) * k * k
    return macs, 2 * macs
