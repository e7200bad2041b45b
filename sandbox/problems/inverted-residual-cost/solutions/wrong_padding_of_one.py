# expect: wrong_answer
# Padding 1 whatever the kernel.
def inverted_residual_cost(cin, cout, t, h, w, k=3, stride=1):
    e = t * cin
    h_out = max(0, (h + 2 - k) // stride + 1)
    w_out = max(0, (w + 2 - k) // stride + 1)
    expand = cin * e if t > 1 else 0
    rest = e * k * k + e * cout
    return expand + rest, expand * h * w + rest * h_out * w_out
