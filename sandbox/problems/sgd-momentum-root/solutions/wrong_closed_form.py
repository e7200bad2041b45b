# expect: wrong_answer
# The nearer root, by the formula.
def solve(x0, lr=1e-3, momentum=0.9, steps=10000):
    d = (4 + 12) ** 0.5
    return (-2 + d) / 2 if x0 > -1 else (-2 - d) / 2 if x0 < -1 else -1.0
