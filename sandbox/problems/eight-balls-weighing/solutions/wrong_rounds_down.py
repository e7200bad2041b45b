# expect: wrong_answer
def min_weighings(n):
    if n < 1:
        raise ValueError
    count = 0
    while n > 1:
        n //= 3
        count += 1
    return count
