# expect: wrong_answer
def inverted_residual_cost(cin, cout, t, h, w, k=3, stride=1):
    e = t * cin
    h_out, w_out = (h - 1) // stride + 1, (w - 1) // stride + 1
    expand = cin * e if t > 1 else 0
    rest = e * k * k + e * cout
    norms = 2 * (e * (2 if t > 1 else 1) + cout)
    return expand + rest + norms, expand * h * w + rest * h_out * w_out
