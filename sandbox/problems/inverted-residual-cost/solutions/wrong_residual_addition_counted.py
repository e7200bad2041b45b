# expect: wrong_answer
def inverted_residual_cost(cin, cout, t, h, w, k=3, stride=1):
    e = t * cin
    h_out, w_out = (h - 1) // stride + 1, (w - 1) // stride + 1
    expand = cin * e if t > 1 else 0
    rest = e * k * k + e * cout
    macs = expand * h * w + rest * h_out * w_out
    if stride == 1 and cin == cout:
        macs += cout * h * w
    return expand + rest, macs
