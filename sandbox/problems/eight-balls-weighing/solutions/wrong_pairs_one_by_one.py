# expect: wrong_answer
def min_weighings(n):
    if n < 1:
        raise ValueError
    return n // 2
