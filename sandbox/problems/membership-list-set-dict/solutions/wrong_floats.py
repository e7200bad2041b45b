# expect: wrong_answer
# Numbers are made floats "so that 1 and 1.0 agree".
def membership(values, queries):
    def key(x):
        if isinstance(x, list):
            return tuple(x)
        return float(x) if isinstance(x, (int, float)) and abs(x) < 1e300 else x

    seen = {key(v) for v in values}
    return [key(q) in seen for q in queries]
