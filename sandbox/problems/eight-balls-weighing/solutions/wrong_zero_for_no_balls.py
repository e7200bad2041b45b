# expect: wrong_answer
def min_weighings(n):
    k = 0
    while 3**k < n:
        k += 1
    return k
