# expect: wrong_answer
def membership(values, queries):
    seen = {v for v in values if not isinstance(v, list)}
    return [not isinstance(q, list) and q in seen for q in queries]
