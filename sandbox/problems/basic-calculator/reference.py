"""Two stacks, of values and of operators (Dijkstra's shunting yard); a unary minus is 0 minus what follows."""

import re

RANK = {"(": 0, "+": 1, "-": 1, "*": 2, "/": 2}


def calculate(s):
    values, operators = [], []

    def apply():
        operator, b, a = operators.pop(), values.pop(), values.pop()
        if operator == "+":
            values.append(a + b)
        elif operator == "-":
            values.append(a - b)
        elif operator == "*":
            values.append(a * b)
        else:
            values.append(abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1))

    before = "("
    for symbol in re.findall(r"\d+|[-+*/()]", s):
        if symbol.isdigit():
            values.append(int(symbol))
        elif symbol == "(":
            operators.append(symbol)
        elif symbol == ")":
            while operators[-1] != "(":
                apply()
            operators.pop()
        else:
            if symbol == "-" and before == "(":
                values.append(0)
            while operators and RANK[operators[-1]] >= RANK[symbol]:
                apply()
            operators.append(symbol)
        before = symbol
    while operators:
        apply()
    return values[0]
