"""Counts the multiplications one by one where there are few; otherwise multiplies the lengths of the same loops."""


def conv_flops(n, cin, cout, k, h_out, w_out, groups=1):
    if cin % groups or cout % groups:
        raise ValueError(f"{groups} groups do not divide {cin} and {cout} channels")
    kh, kw = (k, k) if isinstance(k, int) else k
    seen = cin // groups
    if n * cout * h_out * w_out * seen * kh * kw > 5000:
        macs = n * cout * h_out * w_out * seen * kh * kw
    else:
        macs = 0
        for _image in range(n):
            for _channel in range(cout):
                for _place in range(h_out * w_out):
                    for _input in range(seen):
                        macs += len(range(kh)) * len(range(kw))
    return macs, 2 * macs
