# expect: runtime_error
# Takes every minus for a subtraction.
import re


def calculate(s):
    rank, values, operators = {"+": 1, "-": 1, "*": 2, "/": 2, "(": 0}, [], []

    def apply():
        o, b, a = operators.pop(), values.pop(), values.pop()
        if o == "/":
            values.append(abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1))
        else:
            values.append({"+": a + b, "-": a - b, "*": a * b}[o])

    for t in re.findall(r"\d+|[-+*/()]", s):
        if t.isdigit():
            values.append(int(t))
        elif t == "(":
            operators.append(t)
        elif t == ")":
            while operators[-1] != "(":
                apply()
            operators.pop()
        else:
            while operators and rank[operators[-1]] >= rank[t]:
                apply()
            operators.append(t)
    while operators:
        apply()
    return values[0]
