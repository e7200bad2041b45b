# expect: runtime_error
# Replaces "(-" by "(0-", which misses "( -".
import re


def calculate(s):
    s = re.sub(r"^-", "0-", s).replace("(-", "(0-")
    tokens = re.findall(r"\d+|[-+*/()]", s)[::-1]

    def expression():
        value = term()
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

    return expression()
