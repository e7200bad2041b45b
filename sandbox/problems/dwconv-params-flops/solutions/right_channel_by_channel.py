# expect: accepted
def dwconv_cost(n, c, h, w, k=3, stride=1, pad=1, bias=False, multiplier=1):
    rows = len(range(k, h + 2 * pad + 1, stride))
    columns = len(range(k, w + 2 * pad + 1, stride))
    params = macs = 0
    for _ in range(c):
        for _ in range(multiplier):
            params += k * k
            params += int(bias)
            macs += rows * columns * k * k
    return params, macs * n
