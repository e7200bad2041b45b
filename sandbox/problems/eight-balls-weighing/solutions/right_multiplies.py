# expect: accepted
def min_weighings(n: int) -> int:
    if n < 1:
        raise ValueError("n must be at least 1")
    times, reach = 0, 1
    while reach < n:
        reach *= 3
        times += 1
    return times
