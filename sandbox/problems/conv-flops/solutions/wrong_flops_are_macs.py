# expect: wrong_answer
def conv_flops(n, cin, cout, k, h_out, w_out, groups=1):
    if cin % groups or cout % groups:
        raise ValueError
    kh, kw = (k, k) if isinstance(k, int) else k
    macs = n * cout * h_out * w_out * (cin // groups) * kh * kw
    return macs, macs
