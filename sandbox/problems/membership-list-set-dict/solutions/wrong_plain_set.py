# expect: runtime_error
def membership(values, queries):
    seen = set(values)
    return [query in seen for query in queries]
