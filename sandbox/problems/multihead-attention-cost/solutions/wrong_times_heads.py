# expect: wrong_answer
# Every head at full width.
def mha_cost(n, d, heads):
    if d % heads:
        raise ValueError
    return 4 * heads * d * d, heads * (4 * n * d * d + 2 * n * n * d), heads * n * n
