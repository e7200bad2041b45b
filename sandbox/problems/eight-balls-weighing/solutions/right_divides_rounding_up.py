# expect: accepted
def min_weighings(n):
    if n <= 0:
        raise ValueError(n)
    count = 0
    while n > 1:
        n = (n + 2) // 3
        count += 1
    return count
