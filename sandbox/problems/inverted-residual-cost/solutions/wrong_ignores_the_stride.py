# expect: wrong_answer
def inverted_residual_cost(cin, cout, t, h, w, k=3, stride=1):
    e = t * cin
    params = (cin * e if t > 1 else 0) + e * k * k + e * cout
    return params, params * h * w
