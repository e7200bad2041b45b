# expect: wrong_answer
# Works with the rest of the caller's list.
def membership(values, queries):
    lists = [v for v in values if isinstance(v, list)]
    values[:] = [v for v in values if not isinstance(v, list)]
    seen = set(values)
    return [q in lists if isinstance(q, list) else q in seen for q in queries]
