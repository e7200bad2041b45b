# expect: accepted
class NoBalls(ValueError):
    pass


def min_weighings(n):
    if n < 1:
        raise NoBalls
    return 0 if n == 1 else 1 + min_weighings(-(-n // 3))
