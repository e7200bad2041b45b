# expect: runtime_error
from bisect import bisect_left


def membership(values, queries):
    ordered = sorted(values)
    places = [bisect_left(ordered, q) for q in queries]
    return [i < len(ordered) and ordered[i] == q for i, q in zip(places, queries)]
