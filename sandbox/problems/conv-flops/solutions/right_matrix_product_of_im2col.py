# expect: accepted
# One matrix product a group: (cout/g, cin/g*kh*kw) @ (cin/g*kh*kw, n*h*w). Returns a list.
def matmul_macs(rows, inner, columns):
    return rows * inner * columns


def conv_flops(n, cin, cout, k, h_out, w_out, groups=1):
    if max(cin % groups, cout % groups) > 0:
        raise ValueError(groups)
    kernel = list(k) if hasattr(k, "__len__") else [k, k]
    macs = sum(
        matmul_macs(cout // groups, cin // groups * kernel[0] * kernel[1], n * h_out * w_out) for _ in range(groups)
    )
    return [macs, macs + macs]
