# expect: accepted
# Returns a list.
def conv_cost(n, cin, cout, k, groups, bias, outputs):
    weights = cout * (cin // groups) * k**2
    macs = n * weights
    for size in outputs:
        macs *= size
    return [weights + (cout if bias else 0), macs]


def dwconv_cost(n, c, h, w, k=3, stride=1, pad=1, bias=False, multiplier=1):
    outputs = [1 + (size - k + pad + pad) // stride for size in (h, w)]
    return conv_cost(n, c, c * multiplier, k, c, bias, outputs)
