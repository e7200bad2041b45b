# expect: accepted
def membership(values, queries):
    hashable, rest = set(), []
    for value in values:
        try:
            hashable.add(value)
        except TypeError:
            rest.append(value)
    result = []
    for query in queries:
        try:
            result.append(query in hashable)
        except TypeError:
            result.append(query in rest)
    return result
