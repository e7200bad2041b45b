# expect: wrong_answer
def dwconv_cost(n, c, h, w, k=3, stride=1, pad=1, bias=False, multiplier=1):
    h_out = (h + 2 * pad - k) // stride + 1
    w_out = (w + 2 * pad - k) // stride + 1
    return c * multiplier * k * k + bias * c, n * c * multiplier * h_out * w_out * k * k
