# expect: wrong_answer
def mha_cost(n, d, heads):
    if d % heads:
        raise ValueError
    return 3 * d * d, 3 * n * d * d + 2 * n * n * d, heads * n * n
