# expect: wrong_answer
def membership(values, queries):
    seen = set(map(str, values))
    return [str(q) in seen for q in queries]
