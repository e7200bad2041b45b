# expect: wrong_answer
def min_weighings(n):
    if n < 1:
        raise ValueError
    k = 0
    while 3**k <= n:
        k += 1
    return k
