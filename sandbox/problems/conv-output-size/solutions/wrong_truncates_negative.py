# expect: wrong_answer
# -1 / 3 becomes 0, so a kernel that is slightly too large has one output.
def conv_out(h, k, s=1, p=0, d=1):
    top = h + 2 * p - d * (k - 1) - 1
    steps = top // s if top >= 0 else -(-top // s)
    if steps < 0:
        raise ValueError
    return steps + 1
