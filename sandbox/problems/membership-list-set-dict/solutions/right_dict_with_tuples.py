# expect: accepted
# No element is a tuple, so a tuple can stand for a list.
def key(element):
    return tuple(element) if isinstance(element, list) else element


def membership(values: list, queries: list) -> list[bool]:
    table = dict.fromkeys(map(key, values))
    return tuple(key(query) in table for query in queries)
