# expect: wrong_answer
def membership(values, queries):
    seen = set(map(repr, values))
    return [repr(q) in seen for q in queries]
