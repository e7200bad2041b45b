# expect: wrong_answer
def conv_flops(n, cin, cout, k, h_out, w_out, groups=1):
    if cin % groups or cout % groups:
        raise ValueError
    kh, kw = (k, k) if isinstance(k, int) else k
    macs = int(n * cout * cin * kh * kw * h_out * w_out / groups)
    return macs, 2 * macs
