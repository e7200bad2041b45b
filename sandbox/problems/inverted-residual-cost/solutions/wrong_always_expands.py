# expect: wrong_answer
def inverted_residual_cost(cin, cout, t, h, w, k=3, stride=1):
    e = t * cin
    h_out, w_out = (h - 1) // stride + 1, (w - 1) // stride + 1
    rest = e * k * k + e * cout
    return cin * e + rest, cin * e * h * w + rest * h_out * w_out
