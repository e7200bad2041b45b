# expect: accepted
# With this padding the output is the input over the stride, rounded up. Returns a list.
def inverted_residual_cost(cin, cout, t, h, w, k=3, stride=1):
    before, after = h * w, -(-h // stride) * -(-w // stride)
    costs = [(cin * cin * t, before)] * (t != 1)
    costs += [(t * cin * k**2, after), (t * cin * cout, after)]
    return [sum(weights for weights, _ in costs), sum(weights * area for weights, area in costs)]
