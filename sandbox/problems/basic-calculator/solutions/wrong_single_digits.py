# expect: runtime_error
def calculate(s):
    tokens = [c for c in s if c != " "][::-1]

    def expression():
        value = -term() if tokens[-1] == "-" and tokens.pop() else term()
        while tokens and tokens[-1] in "+-":
            value = value + term() if tokens.pop() == "+" else value - term()
        return value

    def term():
        value = factor()
        while tokens and tokens[-1] in "*/":
            if tokens.pop() == "*":
                value *= factor()
            else:
                b = factor()
                value = abs(value) // abs(b) * (1 if (value < 0) == (b < 0) else -1)
        return value

    def factor():
        token = tokens.pop()
        if token != "(":
            return int(token)
        value = expression()
        tokens.pop()
        return value

    value = expression()
    if tokens:
        raise RuntimeError("left over")
    return value
