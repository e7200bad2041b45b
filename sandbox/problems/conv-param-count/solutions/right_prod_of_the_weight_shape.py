# expect: accepted
from math import gcd, prod


class GroupsError(ValueError):
    pass


def conv_params(cin, cout, k, groups=1, bias=True):
    if gcd(cin, cout) % groups:
        raise GroupsError(groups)
    k = [k] * 2 if type(k) is int else list(k)
    weight = (cout, cin // groups, *k)
    return sum(map(prod, [weight, (cout,)] if bias else [weight]))
