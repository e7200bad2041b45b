# expect: wrong_answer
def inverted_residual_cost(cin, cout, t, h, w, k=3, stride=1):
    e = t * cin
    expand = cin * e if t > 1 else 0
    rest = e * k * k + e * cout
    return expand + rest, expand * h * w + rest * (h // stride) * (w // stride)
