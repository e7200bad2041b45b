# expect: wrong_answer
def dwconv_cost(n, c, h, w, k=3, stride=1, pad=1, bias=False, multiplier=1):
    h_out = (h + 2 * pad - k) // stride + 1
    cout = c * multiplier
    return cout * (k * k + bias), n * cout * h_out * h_out * k * k
