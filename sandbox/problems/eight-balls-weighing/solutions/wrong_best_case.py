# expect: wrong_answer
# With luck one weighing is enough.
def min_weighings(n):
    if n < 1:
        raise ValueError
    return min(n - 1, 1)
