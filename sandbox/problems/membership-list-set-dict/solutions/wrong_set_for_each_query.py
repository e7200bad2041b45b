# expect: time_limit
def membership(values, queries):
    result = []
    for query in queries:
        if isinstance(query, list):
            result.append(query in values)
        else:
            result.append(query in {v for v in values if not isinstance(v, list)})
    return result
