# expect: wrong_answer
def mha_cost(n, d, heads):
    if d % heads:
        raise ValueError
    return 4 * d * d, 4 * n * d * d + 2 * heads * n * n * d, heads * n * n
