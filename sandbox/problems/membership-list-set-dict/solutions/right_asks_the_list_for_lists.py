# expect: accepted
def membership(values, queries):
    seen = {v for v in values if type(v) is not list}

    def answers():
        for q in queries:
            yield q in values if type(q) is list else q in seen

    return list(answers())
