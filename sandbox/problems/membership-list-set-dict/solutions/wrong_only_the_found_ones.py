# expect: wrong_answer
def membership(values, queries):
    seen = {tuple(v) if isinstance(v, list) else v for v in values}
    return [q for q in queries if (tuple(q) if isinstance(q, list) else q) in seen]
