# expect: accepted
from collections.abc import Hashable


class Lookup:
    def __init__(self, values):
        self.fast = frozenset(v for v in values if isinstance(v, Hashable))
        self.slow = [v for v in values if not isinstance(v, Hashable)]

    def __contains__(self, element):
        return element in (self.fast if isinstance(element, Hashable) else self.slow)


def membership(values, queries):
    lookup = Lookup(values)
    return [q in lookup for q in queries]
