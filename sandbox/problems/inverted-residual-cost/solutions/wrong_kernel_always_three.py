# expect: wrong_answer
def inverted_residual_cost(cin, cout, t, h, w, k=3, stride=1):
    e = t * cin
    h_out, w_out = (h - 1) // stride + 1, (w - 1) // stride + 1
    expand = cin * e if t > 1 else 0
    rest = e * 9 + e * cout
    return expand + rest, expand * h * w + rest * h_out * w_out
