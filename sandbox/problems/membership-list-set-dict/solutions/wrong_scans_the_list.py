# expect: time_limit
def membership(values, queries):
    return [query in values for query in queries]
