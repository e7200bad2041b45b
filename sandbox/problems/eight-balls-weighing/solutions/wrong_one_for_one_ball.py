# expect: wrong_answer
def min_weighings(n):
    if n < 1:
        raise ValueError
    k, reach = 1, 3
    while reach < n:
        k, reach = k + 1, 3 * reach
    return k
