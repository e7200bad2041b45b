# expect: wrong_answer
# Treats True and False as no numbers.
def membership(values, queries):
    def key(x):
        if isinstance(x, bool):
            return ("bool", x)
        return tuple(x) if isinstance(x, list) else x

    seen = set(map(key, values))
    return [key(q) in seen for q in queries]
