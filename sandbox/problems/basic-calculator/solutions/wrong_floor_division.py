# expect: wrong_answer
import re


def calculate(s):
    tokens = re.findall(r"\d+|[-+*/()]", s)[::-1]

    def expression():
        sign = tokens and tokens[-1] == "-" and tokens.pop()
        value = -term() if sign else term()
        while tokens and tokens[-1] in "+-":
            value = value + term() if tokens.pop() == "+" else value - term()
        return value

    def term():
        value = factor()
        while tokens and tokens[-1] in "*/":
            value = value * factor() if tokens.pop() == "*" else value // factor()
        return value

    def factor():
        token = tokens.pop()
        if token != "(":
            return int(token)
        value = expression()
        tokens.pop()
        return value

    return expression()
