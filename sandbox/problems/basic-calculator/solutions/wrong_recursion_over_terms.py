# expect: runtime_error
import re


def calculate(s):
    tokens = re.findall(r"\d+|[-+*/()]", s)
    at = 0

    def add(left):
        nonlocal at
        if at == len(tokens) or tokens[at] == ")":
            return left
        sign, at = tokens[at], at + 1
        right = times(factor())
        return add(left + right if sign == "+" else left - right)

    def times(left):
        nonlocal at
        if at == len(tokens) or tokens[at] not in "*/":
            return left
        operator, at = tokens[at], at + 1
        right = factor()
        quotient = abs(left) // abs(right or 1) * (1 if (left < 0) == (right < 0) else -1)
        return times(left * right if operator == "*" else quotient)

    def factor():
        nonlocal at
        token, at = tokens[at], at + 1
        if token != "(":
            return int(token)
        value = whole()
        at += 1
        return value

    def whole():
        nonlocal at
        if tokens[at] == "-":
            at += 1
            return add(-times(factor()))
        return add(times(factor()))

    return whole()
