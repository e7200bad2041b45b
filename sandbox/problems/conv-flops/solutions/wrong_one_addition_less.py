# expect: wrong_answer
# K products need K - 1 additions.
def conv_flops(n, cin, cout, k, h_out, w_out, groups=1):
    if cin % groups or cout % groups:
        raise ValueError
    kh, kw = (k, k) if isinstance(k, int) else k
    length = (cin // groups) * kh * kw
    outputs = n * cout * h_out * w_out
    return outputs * length, outputs * (2 * length - 1)
