# expect: wrong_answer
def membership(values, queries):
    def key(x):
        return frozenset(x) if isinstance(x, list) else x

    seen = {key(v) for v in values}
    return [key(q) in seen for q in queries]
