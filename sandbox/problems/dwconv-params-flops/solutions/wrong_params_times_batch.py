# expect: wrong_answer
def dwconv_cost(n, c, h, w, k=3, stride=1, pad=1, bias=False, multiplier=1):
    h_out = (h + 2 * pad - k) // stride + 1
    w_out = (w + 2 * pad - k) // stride + 1
    cout = n * c * multiplier
    return cout * (k * k + bias), cout * h_out * w_out * k * k
