# expect: wrong_answer
def my_sqrt(x):
    if x < 0:
        raise ValueError
    if x == 0:
        return 0
    r = float(x)
    for _ in range(200):
        r = (r + x / r) / 2
    return int(r)
