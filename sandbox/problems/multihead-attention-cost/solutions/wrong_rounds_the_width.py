# expect: wrong_answer
# Raises only for more heads than width.
def mha_cost(n, d, heads):
    if heads > d:
        raise ValueError
    dh = d // heads
    return 4 * d * heads * dh, 4 * n * d * heads * dh + 2 * n * n * heads * dh, heads * n * n
